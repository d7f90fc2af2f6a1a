import { stringify } from 'csv-stringify/sync';
import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import type { Account } from '#lib/domain/account';
import type { PrescriptionFilter, PrescriptionRow } from '#lib/queries/prescription';
import { listPrescriptions } from './prescription-list.ts';

const columns = [
  'id',
  'code',
  'patient',
  'prescriber',
  'medicine',
  'state',
  'email',
  'prescribed',
  'dispensed',
  'returned',
  'unit',
  'issuedAt',
  'updatedAt',
];

function line(row: PrescriptionRow): readonly (string | null)[] {
  const { fill, medications } = row;
  const medicine = medications.map(({ display, code }) => display ?? code ?? '').join('; ');
  const amounts = [fill?.prescribed ?? null, fill?.dispensed ?? null, fill?.returned ?? null, fill?.unit ?? null];
  const person = [row.patient?.name ?? row.patient?.id ?? null, row.prescriber?.name ?? row.prescriber?.id ?? null];
  return [row.id, row.code, ...person, medicine, row.state, row.email.state, ...amounts, row.issuedAt, row.updatedAt];
}

/** Spreadsheets run what begins like a formula: such a cell is kept as text. */
const text = (rows: readonly (readonly (string | null)[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );

/**
 * The list as a file: the same rows, filter and order, read page by page while it is sent, so that its length costs no memory.
 * The export itself is in the audit, and so is every record in it that bears a name.
 */
export async function prescriptionsCsv(
  account: Account,
  filter: PrescriptionFilter,
  requestId: string,
): Promise<Response> {
  const { tenantId, userId } = account.scope;
  await inTenant(account.scope, (tx) =>
    writeAudit(tx, {
      tenantId,
      actorId: userId,
      action: 'list.exported',
      subjectKind: 'list',
      subjectId: 'prescriptions',
      requestId,
    }),
  );
  let cursor: string | null | undefined;
  const body = new ReadableStream<string>({
    start: (controller) => controller.enqueue(text([columns])),
    pull: async (controller) => {
      const page = await listPrescriptions(account, { ...filter, cursor: cursor ?? undefined, limit: 200 }, requestId);
      if (page.items.length > 0) controller.enqueue(text(page.items.map(line)));
      cursor = page.nextCursor;
      if (cursor === null) controller.close();
    },
  });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="prescriptions.csv"',
  };
  return new Response(body.pipeThrough(new TextEncoderStream()), { headers });
}
