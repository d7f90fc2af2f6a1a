import { text } from '#lib/domain/ledger/fold';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import type { FollowUp } from './follow-up.ts';
import { deciders, ended, firstSettled, type SettledBy } from './settling.ts';

/** The prescription is on hold, until somebody resumes it or it ends. */
export function onHold(parts: PrescriptionParts): FollowUp | null {
  const { hold, lastHold } = parts.row;
  if (!hold || !lastHold) return null;
  const resumed: SettledBy | null = hold.v === 'none' ? { at: hold.at, by: 'resumed', seq: hold.by } : null;
  const over = firstSettled(resumed, ended(parts));
  if (over && over.at < lastHold.at) return null;
  return {
    kind: 'on_hold',
    since: lastHold.at,
    troubleAt: lastHold.at,
    dueFrom: null,
    settledAt: over?.at ?? null,
    settledBy: over?.by ?? null,
    why: deciders([lastHold], over),
    detail: { reason: text(parts.row, 'holdReason'), heldUntil: text(parts.row, 'heldUntil') },
  };
}
