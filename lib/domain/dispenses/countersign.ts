import { flag, type Row, text } from '#lib/domain/ledger/fold';

/** The countersignature of a dispense: nobody signed, the dispenser signed their own, or another person signed. */
export const countersigns = ['missing', 'self', 'done'] as const;
export type Countersign = (typeof countersigns)[number];

/** II to V; `?` for one that is controlled without saying how; null: not controlled. */
export function scheduleOf(dispense: Row | undefined): string | null {
  return text(dispense, 'schedule') ?? (flag(dispense, 'controlled') === true ? '?' : null);
}

/** The dispense as the rules read it where its sender named no schedule and the tenant's product directory does. */
export function underSchedule(dispense: Row | undefined, listed: string | null): Row | undefined {
  if (dispense === undefined || listed === null || text(dispense, 'schedule') !== null) return dispense;
  const spoken = dispense['_'] ?? Object.values(dispense)[0];
  return spoken === undefined ? dispense : { ...dispense, schedule: { ...spoken, v: listed } };
}

/**
 * A person who signed on our screens: `countersignedIds` are the sources' ids that were theirs at that time, so that they never countersign
 * their own dispense.
 */
function signedHere(dispense: Row | undefined): Countersign | null {
  if (text(dispense, 'countersignedBy') === null) return null;
  const ids = dispense?.['countersignedIds']?.v;
  const dispenser = text(dispense, 'pharmacistId');
  return Array.isArray(ids) && dispenser !== null && ids.includes(dispenser) ? 'self' : 'done';
}

/** Schedule II requires a second person; the dispenser is no second person. Null where none is required and none signed. */
export function countersignOf(dispense: Row | undefined): Countersign | null {
  const schedule = scheduleOf(dispense);
  if (schedule === null) return null;
  const here = signedHere(dispense);
  const by = text(dispense, 'counterSignId');
  if (here === 'done') return here;
  if (by === null) return here ?? (schedule === 'II' ? 'missing' : null);
  return by === text(dispense, 'pharmacistId') ? 'self' : 'done';
}
