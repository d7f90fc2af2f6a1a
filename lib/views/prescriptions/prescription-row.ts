import type { EmailReach, Fill, Medication, PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import { systems } from '#lib/domain/base/system';
import { maskedAddress, withoutAddresses } from '#lib/domain/base/web/masked-address';
import { entered } from '#lib/domain/directories/directory';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { ItemFill } from '#lib/domain/prescriptions/fill';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import { emailReachOf, type PrescriptionSummary, stateOn } from '#lib/domain/prescriptions/prescription-summary';
import type { Medicines } from './prescription-medicines.ts';
import type { People } from './prescription-people.ts';

function medication(
  item: Row,
  { display, controlled }: Pick<Medication, 'display' | 'controlled'>,
  veiled: boolean,
): Medication {
  return {
    controlled,
    code: text(item, 'productCode'),
    display: veiled ? null : display,
    sig: veiled ? null : (text(item, 'sig') ?? dosing(item)),
    quantity: text(item, 'quantity'),
    unit: text(item, 'unit'),
  };
}

/** Dose, route and frequency as one line, where the sender wrote no instructions. */
function dosing(item: Row): string | null {
  const parts = ['dose', 'route', 'frequency'].flatMap((field) => text(item, field) ?? []);
  return parts.length === 0 ? null : parts.join(' · ');
}

export function fillOfItem({ prescribed, dispensed, returned, unit }: ItemFill): Fill {
  return { prescribed, dispensed, returned, unit };
}

/** One fill for the whole prescription only where there is one item in one unit. */
function wholeFill(fills: readonly ItemFill[]): Fill | null {
  const [only] = fills;
  return fills.length === 1 && only && !only.mixed ? fillOfItem(only) : null;
}

/** An email that leaves this very moment is no fact of the ledger: the outbox reports it, for as long as it lasts. */
function emailReach(parts: PrescriptionParts, { veiled, sending }: Pick<RowContext, 'veiled' | 'sending'>): EmailReach {
  const { state: known, address, cause, delivery, passedOn } = emailReachOf(parts);
  const state = known === 'queued' && sending.has(parts.id) ? 'sending' : known;
  const reason = state === 'failed' ? entered(delivery, 'reason') : null;
  return {
    state,
    address: veiled ? null : address,
    reason: veiled ? null : reason,
    cause,
    passedOn: passedOn && state === 'queued',
  };
}

export type RowContext = {
  readonly people: People;
  readonly medicines: Medicines;
  readonly today: string;
  readonly veiled: boolean;
  readonly sending: ReadonlySet<string>;
};

/** A prescription's row, addresses and all. `today` is the tenant's: a prescription past its date reads as expired. */
export function prescriptionRowOf(
  parts: PrescriptionParts,
  summary: PrescriptionSummary,
  { people, medicines, today, veiled, sending }: RowContext,
): PrescriptionRow {
  const system = systems.find((name) => parts.id.startsWith(`${name}:`)) ?? 'medication';
  return {
    id: parts.id,
    system,
    code: text(parts.row, 'code'),
    patient: people.patient(text(parts.row, 'patientId')),
    prescriber: people.prescriber(prescriberOf(parts.row)),
    medications: parts.items.map((item) => medication(item, medicines(parts.id, item), veiled)),
    state: stateOn(summary.state, text(parts.row, 'expirationDate'), today),
    email: emailReach(parts, { veiled, sending }),
    fill: wholeFill(summary.fillItems),
    fillSupplied: system !== 'photon',
    issuedAt: text(parts.row, 'issuedAt'),
    updatedAt: summary.updatedAt,
  };
}

/** As it is in a list, where nobody has opened it: addresses masked, also within a server's words. */
export function asListed(row: PrescriptionRow): PrescriptionRow {
  const { address, reason } = row.email;
  const masked = { address: address && maskedAddress(address), reason: reason && withoutAddresses(reason) };
  return { ...row, email: { ...row.email, ...masked } };
}
