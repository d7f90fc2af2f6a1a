import { stringify } from 'csv-stringify/sync';
import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import type { Account } from '#lib/domain/account';
import type { RegisterFilter, RegisterRow } from '#lib/queries/register';
import { readRegister } from './register.ts';

const columns = [
  ...[
    'at',
    'kind',
    'substance',
    'medicine',
    'schedule',
    'stockItem',
    'lot',
    'bucket',
    'in',
    'out',
    'before',
    'after',
    'unit',
  ],
  ...[
    'prescription',
    'patient',
    'by',
    'countersign',
    'countersignLate',
    'countersignedBy',
    'countersignedAt',
    'gaps',
    'note',
    'id',
  ],
];

function line(row: RegisterRow): readonly (string | null)[] {
  const { countersign, patient, by, prescription } = row;
  const signer = countersign?.by;
  return [
    ...[row.at, row.kind, row.substance, row.display, row.schedule, row.stockItemId, row.lotNumber, row.bucket],
    ...[row.in, row.out, row.before, row.after, row.unit],
    ...[
      prescription?.code ?? prescription?.id ?? null,
      patient?.name ?? patient?.id ?? null,
      by?.name ?? by?.id ?? null,
    ],
    ...[countersign?.state ?? null, countersign ? String(countersign.late) : null, signer?.name ?? signer?.id ?? null],
    ...[countersign?.at ?? null, row.gaps.join(' '), row.note, row.id],
  ];
}

const text = (rows: readonly (readonly (string | null)[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );

/** The register as a file: the same rows, filter and order, read page by page while it is sent. The export is in the audit. */
export async function registerCsv(account: Account, filter: RegisterFilter, requestId: string): Promise<Response> {
  const { tenantId, userId } = account.scope;
  const exported = { action: 'list.exported', subjectKind: 'list', subjectId: 'register' } as const;
  await inTenant(account.scope, (tx) => writeAudit(tx, { tenantId, actorId: userId, requestId, ...exported }));
  let cursor: string | null | undefined;
  const body = new ReadableStream<string>({
    start: (controller) => controller.enqueue(text([columns])),
    pull: async (controller) => {
      const page = await readRegister(account, { ...filter, cursor: cursor ?? undefined, limit: 200 }, requestId);
      if (page.items.length > 0) controller.enqueue(text(page.items.map(line)));
      cursor = page.nextCursor;
      if (cursor === null) controller.close();
    },
  });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="register.csv"',
  };
  return new Response(body.pipeThrough(new TextEncoderStream()), { headers });
}
