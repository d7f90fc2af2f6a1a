import { type PrescriptionState, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import { stateOn } from '#lib/domain/prescriptions/prescription-summary';

/** The states in which there is nothing to pick up, or not now. */
export const nothingToPickUp = ['draft', 'on-hold', 'dispensed', 'canceled', 'discontinued', 'expired'] as const;
export type NothingToPickUp = (typeof nothingToPickUp)[number];

/**
 * Why a patient is told nothing of a prescription: what we would say would not be true. `no-code`: its sender has no code that a pharmacy knows;
 * `code-not-known`: it has, and has not told it yet.
 */
export const untoldReasons = ['no-code', 'code-not-known', ...nothingToPickUp] as const;
export type Untold = (typeof untoldReasons)[number];

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
  /** The sender's printed code, where one was told. */
  readonly code: string | null;
  /** As it is stored, without the passing of time. */
  readonly state: string;
  /** `YYYY-MM-DD` */
  readonly expirationDate: string | null;
  /** Today in the tenant's zone, `YYYY-MM-DD`. */
  readonly today: string;
};

/** Why there is nothing to pick up by a prescription, or not now; null: it stands to be picked up, as far as its senders told. */
export function notToPickUp({ state, expirationDate, today }: Omit<Asked, 'id' | 'code'>): NothingToPickUp | null {
  const stored = prescriptionStates.find((one) => one === state) ?? 'unknown';
  return ofState[stateOn(stored, expirationDate, today)] ?? null;
}

/**
 * Why no mail about a prescription may go to its patient; null: one may. Of the three senders only Osigu publishes a code that pharmacies find a
 * prescription by (`prescription_code`); an id of a sender's records is none.
 */
export function untoldReason(asked: Asked): Untold | null {
  const nothing = notToPickUp(asked);
  if (nothing !== null) return nothing;
  if (!asked.id.startsWith('osigu:')) return 'no-code';
  return asked.code === null ? 'code-not-known' : null;
}
