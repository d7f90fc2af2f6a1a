import { text } from '#lib/domain/ledger/fold';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import { emailReachOf } from '#lib/domain/prescriptions/prescription-summary';
import type { FollowUp } from './follow-up.ts';
import { acceptance, deciders, dispensed, ended, firstSettled } from './settling.ts';

/** No tenant waits for less. */
const leastWait = 86_400_000;

/**
 * Issued or signed, the email was accepted, and no dispense was reported. The wait begins when the patient could know: an email that was
 * corrected on the tenth day is not overdue on that day. Reading decides whether it is due (the tenant's pick-up days), so the row exists
 * from the start; one that was dispensed within a day never was a task. Photon reports no dispenses: its prescriptions never are.
 */
export function notPickedUp(parts: PrescriptionParts): FollowUp | null {
  const issued = text(parts.row, 'issuedAt');
  if (issued === null || parts.id.startsWith('photon:')) return null;
  const reach = emailReachOf(parts);
  // A reminder that is on its way, or that arrived, neither ends the task nor begins the wait anew.
  const arrived = acceptance(reach.delivery);
  if (!arrived || text(parts.row, 'hold') === 'held') return null;
  const [, reached = issued] = [issued, arrived.at].toSorted();
  const over = firstSettled(dispensed(parts), ended(parts));
  if (over && Date.parse(over.at) - Date.parse(reached) < leastWait) return null;
  const written = text(parts.row, 'written');
  if (!over && written !== 'issued' && written !== 'signed') return null;
  const { issuedAt } = parts.row;
  return {
    kind: 'not_picked_up',
    since: reached,
    troubleAt: reached,
    dueFrom: reached,
    settledAt: over?.at ?? null,
    settledBy: over?.by ?? null,
    why: deciders([issuedAt, reach.delivery?.['state']], over),
    detail: { address: reach.address },
  };
}
