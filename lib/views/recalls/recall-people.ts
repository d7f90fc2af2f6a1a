import type { PeopleShown, RecallPeople, RecallPersonRow } from '#lib/contract/recalls/recall';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { reachOfPatients } from '#lib/db/recalls/contact-details';
import { contactsOf, lotsOfRecalls } from '#lib/db/recalls/find-recalls';
import { type FoundPerson, findRecallPeople } from '#lib/db/recalls/recall-people';
import type { Account } from '#lib/domain/access/account';
import { type Row, text } from '#lib/domain/ledger/fold';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';
import { endsContact, isRecordedOutcome } from '#lib/domain/recalls/outcome';
import { holdsAltogether } from '#lib/domain/recalls/probably-holds';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { productsOf } from '#lib/views/directories/product-ref';
import { peopleOf } from '#lib/views/prescriptions/prescription-people';
import { ownedRecall } from './owned-recall.ts';
import { givenTo, type RecalledWhen, recalledWhen } from './recall-given.ts';
import { reachOfReader, userNaming } from './recall-rows.ts';

export type PeopleAsking = {
  readonly show: PeopleShown;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

type Rows = {
  readonly dispenses: Map<string, Row>;
  readonly returns: Map<string, Row>;
  readonly items: Map<string, Row>;
  readonly prescriptions: Map<string, Row>;
};

async function rowsOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Rows> {
  const rows: Rows = { dispenses: new Map(), returns: new Map(), items: new Map(), prescriptions: new Map() };
  await loadRows(tx, tenantId, 'dispense', 'id', ids, rows.dispenses);
  await loadRows(tx, tenantId, 'return', 'dispenseId', ids, rows.returns);
  const prescriptions = [...rows.dispenses.values()].flatMap((row) => text(row, 'prescriptionId') ?? []);
  await loadRows(tx, tenantId, 'prescriptionItem', 'prescriptionId', prescriptions, rows.items);
  await loadRows(tx, tenantId, 'prescription', 'id', prescriptions, rows.prescriptions);
  return rows;
}

const contactWord = (outcome: string): outcome is NonNullable<RecallPersonRow['outcome']> =>
  endsContact(outcome) || outcome === 'left_message' || outcome === 'no_answer';
const letterWord = (letter: string | null): RecallPersonRow['letter'] =>
  (['queued', 'uncertain', 'failed', 'accepted'] as const).find((one) => one === letter) ?? null;

/** One page of people as the screen shows them; `now`: the probable rest depends on it. */
export async function describePeople(
  tx: Tx,
  { scope }: Account,
  recallId: string,
  found: readonly FoundPerson[],
  recalled: RecalledWhen,
  now: string,
): Promise<readonly RecallPersonRow[]> {
  const { tenantId } = scope;
  const rows = await rowsOf(
    tx,
    tenantId,
    found.flatMap(({ dispenses }) => [...dispenses]),
  );
  const patientIds = found.flatMap(({ person }) => (person.startsWith('dispense:') ? [] : [person]));
  const prescribers = [...rows.prescriptions.values()].flatMap((row) => prescriberOf(row) ?? []);
  const people = await peopleOf(tx, tenantId, patientIds, prescribers, false);
  const reach = await reachOfPatients(tx, tenantId, patientIds);
  const contacts = Map.groupBy(
    await contactsOf(
      tx,
      tenantId,
      recallId,
      found.map(({ person }) => person),
    ),
    ({ personId }) => personId,
  );
  const nameOf = await userNaming(
    tx,
    tenantId,
    found.flatMap(({ assignedTo }) => assignedTo ?? []),
  );
  const productOf = await productsOf(
    tx,
    tenantId,
    [...rows.dispenses].map(([id, row]) => {
      return { id, row, stockItemId: text(row, 'stockItemId'), prescriptionId: text(row, 'prescriptionId') };
    }),
  );
  const backOf = Map.groupBy(rows.returns.values(), (row) => text(row, 'dispenseId') ?? '');
  const itemsOf = Map.groupBy(rows.items.values(), (row) => text(row, 'prescriptionId') ?? '');
  return found.map((one): RecallPersonRow => {
    const reportedLate = new Set(one.told);
    const found = one.dispenses.flatMap((dispenseId) => {
      const row = rows.dispenses.get(dispenseId);
      const items = itemsOf.get(text(row, 'prescriptionId') ?? '') ?? [];
      return row
        ? [{ dispenseId, row, items, returns: backOf.get(dispenseId) ?? [], told: reportedLate.has(dispenseId) }]
        : [];
    });
    const given = givenTo(found, recalled, productOf, now);
    const [latest] = given;
    const log = contacts.get(one.person) ?? [];
    const prescriber = prescriberOf(rows.prescriptions.get(latest?.prescriptionId ?? ''));
    return {
      personId: one.person,
      patient: one.person.startsWith('dispense:') ? null : people.patient(one.person),
      given,
      holds: holdsAltogether(given.map(({ holds }) => holds)),
      broughtBack: one.back,
      prescriber: people.prescriber(prescriber),
      reach: reach.get(one.person) ?? {
        phone: null,
        email: null,
        unusableEmail: null,
        emailState: 'unknown',
        linked: false,
      },
      outcome: one.outcome !== null && contactWord(one.outcome) ? one.outcome : null,
      again: one.again,
      attempts: log.filter(({ outcome }) => !outcome.startsWith('letter_')).length,
      letter: letterWord(one.letter),
      contacts: log.flatMap(({ at, outcome, note, by }) =>
        isRecordedOutcome(outcome) ? [{ at, outcome, note, by }] : [],
      ),
      assignedTo: one.assignedTo === null ? null : { id: one.assignedTo, name: nameOf(one.assignedTo) },
    };
  });
}

/** The people whom a page shows by more than an id: each once, however many of their prescriptions the lot went to. */
export const lookedAt = (rows: readonly RecallPersonRow[]): readonly string[] =>
  rows.flatMap(({ patient, reach, contacts }) =>
    patient && (patient.name || reach.phone || reach.email || contacts.length > 0) ? [patient.id] : [],
  );

/** A page of everyone who received the recalled lots. Each person on it by name or number counts as viewed, which is in the audit. */
export async function listRecallPeople(
  account: Account,
  id: string,
  asking: PeopleAsking,
  requestId: string,
): Promise<RecallPeople> {
  const { scope } = account;
  const { tenantId, userId } = scope;
  const [last, person] = decodeCursor(asking.cursor, ['instant', 'text']) ?? [];
  const after = last !== undefined && person !== undefined ? { last, person } : null;
  const looks = logRecordAccess(account, 'record.listed', requestId, 'patient');
  const page = await inTenant(scope, async (tx) => {
    await ownedRecall(tx, account, id);
    const reading = { tenantId, recallIds: [id], prescriberIds: reachOfReader(account) };
    const query = { ...reading, shown: asking.show, userId, after, limit: asking.limit + 1 };
    const found = await findRecallPeople(tx, query);
    const shown = found.slice(0, asking.limit);
    const recalled = await recalledWhen(tx, tenantId, id, await lotsOfRecalls(tx, tenantId, [id]));
    const items = await describePeople(tx, account, id, shown, recalled, new Date().toISOString());
    await looks.write(tx, lookedAt(items));
    const end = shown.at(-1);
    const more = found.length > shown.length && end !== undefined;
    return { items, nextCursor: more ? encodeCursor([end.last.toISOString(), end.person]) : null };
  });
  looks.remember();
  return page;
}
