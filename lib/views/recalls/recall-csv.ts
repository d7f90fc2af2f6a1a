import type { PeopleShown, RecallPersonRow } from '#lib/contract/recalls/recall';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { type Cell, figure } from '#lib/domain/base/csv-text';
import { csvFile } from '#lib/views/base/csv-file';
import { ownedRecall } from './owned-recall.ts';
import { listRecallPeople } from './recall-people.ts';

const columns = [
  ...['person', 'name', 'dispense', 'prescription', 'lot', 'given', 'unit', 'givenAt', 'returned', 'probablyHolds'],
  ...['atMost', 'secondsAfterRecall', 'prescriber', 'phone', 'email', 'emailState', 'outcome', 'attempts', 'letter'],
  ...['lastContactAt', 'lastContactNote', 'assignedTo', 'unusableEmail'],
];

/** A line for each dispense: units never add, and nothing is left out. */
function lines(row: RecallPersonRow): readonly (readonly Cell[])[] {
  const { reach } = row;
  const [last] = row.contacts;
  return row.given.map((given) => [
    ...[row.personId, row.patient?.name ?? null, given.dispenseId, given.prescriptionId, given.lot],
    ...[figure(given.quantity), given.unit, given.at, figure(given.returned), figure(given.holds?.quantity ?? null)],
    ...[given.holds?.most ? 'yes' : null],
    ...[given.late?.seconds ?? null, row.prescriber?.name ?? row.prescriber?.id ?? null, reach.phone, reach.email],
    ...[reach.emailState, row.outcome, row.attempts, row.letter, last?.at ?? null, last?.note ?? null],
    row.assignedTo?.name ?? row.assignedTo?.id ?? null,
    reach.unusableEmail,
  ]);
}

const together = 1_000;

/** Everyone of a recall as a file: complete, whatever its length. */
export async function recallCsv(account: Account, id: string, show: PeopleShown, requestId: string): Promise<Response> {
  await inTenant(account.scope, (tx) => ownedRecall(tx, account, id));
  const page = async (cursor: string | undefined) => {
    const { items, nextCursor } = await listRecallPeople(account, id, { show, cursor, limit: together }, requestId);
    return { items: items.flatMap(lines), nextCursor };
  };
  const about = { subjectKind: 'recall', subjectId: id } as const;
  return csvFile(account, { name: 'recall', columns, page, line: (line) => line, about }, requestId);
}
