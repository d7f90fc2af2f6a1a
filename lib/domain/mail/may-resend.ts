import { type PrescriptionState, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import { stateOn } from '#lib/domain/prescriptions/prescription-summary';

/** The states in which there is nothing to pick up, or not now. */
export const nothingToPickUp = ['draft', 'on-hold', 'dispensed', 'canceled', 'discontinued', 'expired'] as const;
export type NothingToPickUp = (typeof nothingToPickUp)[number];

/**
 * The reason why a patient gets no email about a prescription: it would not be true. `no-code`: its source has no code that a pharmacy
 * knows; `code-not-known`: it has, and has not supplied it yet.
 */
export const noEmailReasons = ['no-code', 'code-not-known', ...nothingToPickUp] as const;
export type NoEmailReason = (typeof noEmailReasons)[number];

const ofState: Partial<Record<PrescriptionState, NothingToPickUp>> = {
  draft: 'draft',
  on_hold: 'on-hold',
  dispensed: 'dispensed',
  canceled: 'canceled',
  discontinued: 'discontinued',
  expired: 'expired',
};

type Asked = {
  /** `{system}:{external id}` */
  readonly id: string;
  /** The source's printed code, where one was supplied. */
  readonly code: string | null;
  /** As it is stored, without the passing of time. */
  readonly state: string;
  /** `YYYY-MM-DD` */
  readonly expirationDate: string | null;
  /** Today in the tenant's zone, `YYYY-MM-DD`. */
  readonly today: string;
};

/** The reason why nothing can be picked up by a prescription, or not now; null: it can be, as far as its sources reported. */
export function notToPickUp({ state, expirationDate, today }: Omit<Asked, 'id' | 'code'>): NothingToPickUp | null {
  const stored = prescriptionStates.find((one) => one === state) ?? 'unknown';
  return ofState[stateOn(stored, expirationDate, today)] ?? null;
}

/**
 * The reason why no email about a prescription may go to its patient; null: one may. Of the three systems only Osigu publishes a code that
 * pharmacies find a prescription by (`prescription_code`); an id of a system's records is none.
 */
export function noEmailReason(asked: Asked): NoEmailReason | null {
  const nothing = notToPickUp(asked);
  if (nothing !== null) return nothing;
  if (!asked.id.startsWith('osigu:')) return 'no-code';
  return asked.code === null ? 'code-not-known' : null;
}
