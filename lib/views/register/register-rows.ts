import type { PersonRef } from '#lib/contract/prescriptions/prescription';
import type { RegisterCountersign, RegisterRow } from '#lib/contract/register/register';
import { userNames } from '#lib/db/access/user-names';
import type { Tx } from '#lib/db/base/in-tenant';
import { listedSchedules } from '#lib/db/dispenses/listed-schedules';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import type { FoundEntry } from '#lib/db/register/find-register';
import type { RegisterItem } from '#lib/db/register/register-items';
import { scheduleOf, underSchedule } from '#lib/domain/dispenses/countersign';
import { countersignStanding, refusedCountersign, type Signer } from '#lib/domain/dispenses/may-countersign';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { RegisterFact, RegisterLine } from '#lib/domain/register/register-book';
import { peopleOf } from '#lib/views/prescriptions/prescription-people';

export type BookFact = RegisterFact & { readonly found: FoundEntry };

type Reading = {
  readonly items: ReadonlyMap<string, RegisterItem>;
  readonly signer: Signer;
  /** Hours within which a countersignature is in time. */
  readonly hours: number;
  readonly now: string;
};

const afterColon = (id: string) => id.slice(id.indexOf(':') + 1);

function returnOf({ found: { kind, id } }: BookFact): string[] {
  return kind === 'return' || kind === 'disposal' ? [afterColon(id)] : [];
}

function noteOf({ registers }: FoundEntry, returned: Row | undefined): string | null {
  const parts = [text(registers, 'supplier'), text(registers, 'grnNumber')].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(' · ');
  return text(registers, 'reason') ?? text(returned, 'dispositionReason') ?? text(returned, 'reason');
}

/** The details beside the figures: prescription, patient, dispenser, countersigner. Four statements, whatever the page's length. */
export async function registerRows(
  tx: Tx,
  tenantId: string,
  lines: readonly RegisterLine<BookFact>[],
  { items, signer, hours, now }: Reading,
): Promise<readonly RegisterRow[]> {
  const facts = lines.map(({ fact }) => fact);
  const returns = new Map<string, Row>();
  await loadRows(tx, tenantId, 'return', 'id', facts.flatMap(returnOf), returns);
  const dispenseOf = (fact: BookFact): string | null =>
    fact.kind === 'dispense' ? afterColon(fact.id) : text(returns.get(returnOf(fact)[0] ?? ''), 'dispenseId');
  const dispenses = new Map<string, Row>();
  await loadRows(
    tx,
    tenantId,
    'dispense',
    'id',
    facts.flatMap((fact) => dispenseOf(fact) ?? []),
    dispenses,
  );
  const given = [...dispenses.values()];
  const listed = await listedSchedules(tx, tenantId, items.keys());
  const prescriptions = new Map<string, Row>();
  const named = given.flatMap((row) => text(row, 'prescriptionId') ?? []);
  await loadRows(tx, tenantId, 'prescription', 'id', named, prescriptions);
  const patientOf = (row: Row | undefined) =>
    text(row, 'patientId') ?? text(prescriptions.get(text(row, 'prescriptionId') ?? ''), 'patientId');
  const staff = given.flatMap((row) => [text(row, 'pharmacistId') ?? [], text(row, 'counterSignId') ?? []].flat());
  const people = await peopleOf(
    tx,
    tenantId,
    given.flatMap((row) => patientOf(row) ?? []),
    staff,
    false,
  );
  const users = await userNames(tx, tenantId, [
    ...facts.flatMap(({ found: { registers } }) => [
      text(registers, 'countedBy') ?? '',
      text(registers, 'correctedBy') ?? '',
    ]),
    ...[...returns.values()].map((row) => text(row, 'disposedBy') ?? ''),
    ...given.map((row) => text(row, 'countersignedBy') ?? ''),
  ]);
  const account = (id: string | null): PersonRef | null =>
    id === null || id === '' ? null : { id, name: users.get(id) ?? null, hidden: false };

  function countersign(row: Row | undefined): RegisterCountersign | null {
    const standing = countersignStanding(row, hours, now);
    if (standing === null) return null;
    const here = row?.['countersignedBy'];
    const there = row?.['counterSignId'];
    const by = account(text(row, 'countersignedBy')) ?? people.prescriber(text(row, 'counterSignId'));
    return { ...standing, by, at: by === null ? null : ((here ?? there)?.at ?? null) };
  }

  return lines.map(({ fact, gaps, ...figures }): RegisterRow => {
    const { found, kind, key } = fact;
    const dispenseId = dispenseOf(fact);
    const item = items.get(key.stockItemId);
    const dispense = underSchedule(dispenses.get(dispenseId ?? ''), listed(key.stockItemId));
    const returned = returns.get(returnOf(fact)[0] ?? '');
    const prescriptionId = text(dispense, 'prescriptionId');
    const by =
      kind === 'dispense'
        ? people.prescriber(text(dispense, 'pharmacistId'))
        : account(
            text(found.registers, 'countedBy') ??
              text(found.registers, 'correctedBy') ??
              (kind === 'disposal' ? text(returned, 'disposedBy') : null),
          );
    const open = kind === 'dispense' && refusedCountersign(dispense, signer) === null;
    return {
      ...{ id: fact.id, at: fact.at, kind, substance: fact.substance },
      display: item?.display ?? text(dispense, 'display'),
      schedule: item?.schedule ?? scheduleOf(dispense) ?? '?',
      ...{ stockItemId: key.stockItemId || null, lotNumber: key.lotNumber || null, bucket: key.bucket, unit: key.unit },
      ...{ in: figures.in, out: figures.out, before: figures.before, after: figures.after, gaps },
      dispenseId,
      prescription:
        prescriptionId === null ? null : { id: prescriptionId, code: text(prescriptions.get(prescriptionId), 'code') },
      patient: people.patient(patientOf(dispense)),
      ...{ by, note: noteOf(found, returned), corrects: text(found.registers, 'corrects') },
      countersign: kind === 'dispense' ? countersign(dispense) : null,
      mayCountersign: open,
      byIdOnly: open && by !== null && by.name === null,
    };
  });
}
