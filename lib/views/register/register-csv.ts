import type { RegisterFilter, RegisterRow } from '#lib/contract/register/register';
import type { Account } from '#lib/domain/access/account';
import { type Cell, figure } from '#lib/domain/base/csv-text';
import { csvFile } from '#lib/views/base/csv-file';
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

function line(row: RegisterRow): readonly Cell[] {
  const { countersign, patient, by, prescription } = row;
  const signer = countersign?.by;
  return [
    ...[row.at, row.kind, row.substance, row.display, row.schedule, row.stockItemId, row.lotNumber, row.bucket],
    ...[figure(row.in), figure(row.out), figure(row.before), figure(row.after), row.unit],
    ...[
      prescription?.code ?? prescription?.id ?? null,
      patient?.name ?? patient?.id ?? null,
      by?.name ?? by?.id ?? null,
    ],
    ...[countersign?.state ?? null, countersign ? String(countersign.late) : null, signer?.name ?? signer?.id ?? null],
    ...[countersign?.at ?? null, row.gaps.join(' '), row.note, row.id],
  ];
}

/** The register as a file: the same rows, filter and order. */
export function registerCsv(account: Account, filter: RegisterFilter, requestId: string): Promise<Response> {
  const page = (cursor: string | undefined) => readRegister(account, { ...filter, cursor, limit: 200 }, requestId);
  return csvFile(account, { name: 'register', columns, page, line }, requestId);
}
