import { stringify } from 'csv-stringify/sync';
import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import type { Account } from '#lib/domain/account';
import type { PeopleShown, RecallPersonRow } from '#lib/queries/recall';
import { ownedRecall } from './owned-recall.ts';
import { listRecallPeople } from './recall-people.ts';

const columns = [
  ...['person', 'name', 'dispense', 'prescription', 'lot', 'given', 'unit', 'givenAt', 'returned', 'probablyHolds'],
  ...['atMost', 'secondsAfterRecall', 'prescriber', 'phone', 'email', 'emailState', 'outcome', 'attempts', 'letter'],
  ...['lastContactAt', 'lastContactNote', 'assignedTo'],
];

/** A line for each dispense: units never add, and nothing is left out. */
function lines(row: RecallPersonRow): readonly (string | number | null)[][] {
  const { reach } = row;
  const [last] = row.contacts;
  return row.given.map((given) => [
    ...[row.personId, row.patient?.name ?? null, given.dispenseId, given.prescriptionId, given.lot, given.quantity],
    ...[given.unit, given.at, given.returned, given.holds?.quantity ?? null, given.holds?.most ? 'yes' : null],
    ...[given.late?.seconds ?? null, row.prescriber?.name ?? row.prescriber?.id ?? null, reach.phone, reach.email],
    ...[reach.emailState, row.outcome, row.attempts, row.letter, last?.at ?? null, last?.note ?? null],
    row.assignedTo?.name ?? row.assignedTo?.id ?? null,
  ]);
}

/** Spreadsheets run what begins like a formula: such a cell is kept as text. */
const text = (rows: readonly (readonly (string | number | null)[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );

const together = 1_000;

/** Everyone of a recall as a file, read page by page while it is sent: complete, whatever its length. */
export async function recallCsv(account: Account, id: string, show: PeopleShown, requestId: string): Promise<Response> {
  const { tenantId, userId } = account.scope;
  await inTenant(account.scope, async (tx) => {
    await ownedRecall(tx, account, id);
    const line = { action: 'list.exported', subjectKind: 'recall', subjectId: id, requestId } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
  });
  let cursor: string | null | undefined;
  const body = new ReadableStream<string>({
    start: (controller) => controller.enqueue(text([columns])),
    pull: async (controller) => {
      const asking = { show, cursor: cursor ?? undefined, limit: together };
      const page = await listRecallPeople(account, id, asking, requestId);
      if (page.items.length > 0) controller.enqueue(text(page.items.flatMap(lines)));
      cursor = page.nextCursor;
      if (cursor === null) controller.close();
    },
  });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="recall.csv"',
  };
  return new Response(body.pipeThrough(new TextEncoderStream()), { headers });
}
