import { requireState } from '#lib/commands/base/if-unchanged';
import { notifyFlow } from '#lib/db/base/notify-changes';
import { saveSourceState } from '#lib/db/connections/save-sources';
import type { Account } from '#lib/domain/access/account';
import { Invalid } from '#lib/domain/base/refusal';
import type { AuditAction } from '#lib/domain/ledger/audit';
import { type SourceState, sourceState } from '#lib/domain/ledger/source-state';
import { updateSourceIfUnchanged } from './update-source-if-unchanged.ts';

type About = { readonly id: string; readonly version: number; readonly requestId: string };

/** An admin's actions on a source: the states that permit each, and the resulting state. */
type Switch = {
  readonly action: AuditAction;
  readonly from: readonly SourceState[];
  readonly to: SourceState;
  /** Null: what is made active again needs none. */
  readonly reason: string | null;
  /** The text typed to confirm; left out: none was required. */
  readonly key?: string;
};

const conflicts = {
  active: ['not-paused', 'This source is not paused.'],
  paused: ['paused', 'This source is paused.'],
  off: ['off', 'This source is off.'],
} as const;

function switching({ scope }: Account, about: About, asked: Switch): Promise<object> {
  const { tenantId, userId } = scope;
  return updateSourceIfUnchanged(scope, about, async (tx, before) => {
    const { action, from, to, reason, key } = asked;
    const present = sourceState(before);
    // A source that is off is not paused: to resume it is refused as `not-paused`, to turn on a paused one as `paused`.
    const [code, words] = present === 'off' && to === 'active' ? conflicts.active : conflicts[present];
    requireState(from.includes(present), code, words);
    if (key !== undefined && key !== before.key) throw new Invalid(['body.key']);
    const now = new Date();
    await saveSourceState(tx, tenantId, about.id, {
      pausedAt: to === 'paused' ? now : null,
      disabledAt: to === 'off' ? now : null,
      stateBy: to === 'active' ? null : userId,
      stateReason: reason,
      ...(to === 'active' ? { activeSince: now } : {}),
    });
    await notifyFlow(tx, tenantId);
    return { action, said: reason, answer: {} };
  });
}

/** From now on its address answers 503 with Retry-After: its sender tries again later. @throws NotFound, Conflict `changed`, `paused`, `off` */
export function pauseSource(account: Account, about: About, reason: string): Promise<object> {
  return switching(account, about, { action: 'source.paused', from: ['active'], to: 'paused', reason });
}

/** @throws NotFound, Conflict `changed`, `not-paused` */
export function resumeSource(account: Account, about: About): Promise<object> {
  return switching(account, about, { action: 'source.resumed', from: ['paused'], to: 'active', reason: null });
}

/** From now on its address answers 404: most senders drop an event for good then. `key`: the source's own. @throws NotFound, Conflict `changed`, `off`, Invalid */
export function turnOffSource(
  account: Account,
  about: About,
  { reason, key }: { readonly reason: string; readonly key: string },
): Promise<object> {
  return switching(account, about, { action: 'source.disabled', from: ['active', 'paused'], to: 'off', reason, key });
}

/** @throws NotFound, Conflict `changed`, `paused` */
export function turnOnSource(account: Account, about: About): Promise<object> {
  return switching(account, about, { action: 'source.enabled', from: ['active', 'off'], to: 'active', reason: null });
}
