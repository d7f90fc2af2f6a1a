import { type Row, text } from '#lib/domain/ledger/fold';
import { type Countersign, countersignOf, scheduleOf } from './countersign.ts';

/** An account, and the ids by which senders know its person. */
export type Signer = { readonly userId: string; readonly senderIds: readonly string[] };

/** The reason why an account may not countersign a dispense; `own`: the account's person dispensed it. */
export type CountersignRefusal = 'not-controlled' | 'own' | 'countersigned';

/** An id of no sender's link is compared with the account's own: all that can be known of it. */
export function isDispenser(dispense: Row | undefined, { userId, senderIds }: Signer): boolean {
  const by = text(dispense, 'pharmacistId');
  return by !== null && (senderIds.includes(by) || by.slice(by.indexOf(':') + 1) === userId);
}

/** Never the dispenser, and never twice: a dispenser who signed leaves the place open to another person. Null: permitted. */
export function refusedCountersign(dispense: Row | undefined, signer: Signer): CountersignRefusal | null {
  if (scheduleOf(dispense) === null) return 'not-controlled';
  if (isDispenser(dispense, signer)) return 'own';
  return countersignOf(dispense) === 'done' ? 'countersigned' : null;
}

/** The state of a countersignature now: `late` once the tenant's hours had passed when it came, or have passed without it. */
export type CountersignStanding = { readonly state: Countersign; readonly late: boolean };

export function countersignStanding(dispense: Row | undefined, hours: number, now: string): CountersignStanding | null {
  const state = countersignOf(dispense);
  if (state === null) return null;
  const at = text(dispense, 'dispensedAt');
  const signedAt = dispense?.['countersignedBy']?.at ?? dispense?.['counterSignId']?.at;
  const until = state === 'done' && signedAt !== undefined ? signedAt : now;
  return { state, late: at !== null && Date.parse(until) - Date.parse(at) > hours * 3_600_000 };
}
