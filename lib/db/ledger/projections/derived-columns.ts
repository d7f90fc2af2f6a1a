import { plain } from '#lib/domain/base/terms';
import { countersignOf, scheduleOf } from '#lib/domain/dispenses/countersign';
import { flag, type Row, text } from '#lib/domain/ledger/fold';
import { lotHoldOf } from '#lib/domain/stock/lot-hold';
import { lotNumberOf, stockItemOf, unitOf } from '#lib/domain/stock/stock-balance';

/** A column of its own type, made from a row's registers; its text is cast by PostgreSQL. Null: nothing supplied. */
export type DerivedColumn = {
  readonly type: 'text' | 'date' | 'timestamptz' | 'numeric' | 'boolean';
  readonly of: (row: Row, id: string) => string | null;
};

const register = (type: DerivedColumn['type'], field: string): DerivedColumn => ({
  type,
  of: (row) => text(row, field),
});
const instant = (field: string) => register('timestamptz', field);
const yes = (field: string): DerivedColumn => ({ type: 'boolean', of: (row) => String(flag(row, field) === true) });

const moved = {
  bucket: { type: 'text', of: (row) => text(row, 'into') },
  unit: { type: 'text', of: unitOf },
  quantity: register('numeric', 'quantity'),
} as const satisfies Record<string, DerivedColumn>;

/** The columns that lists are filtered and sorted by, where they are not the text of one field. Pure functions of the row, as everything of a projection. */
export const derivedColumns = {
  dispense: {
    dispensedAt: instant('dispensedAt'),
    partial: yes('partial'),
    returned: yes('returned'),
    schedule: { type: 'text', of: scheduleOf },
    countersign: { type: 'text', of: countersignOf },
  },
  return: { returnedAt: instant('returnedAt') },
  stockItem: {
    schedule: { type: 'text', of: scheduleOf },
    name: { type: 'text', of: (row, id) => (text(row, 'display') ?? id).toLowerCase() },
  },
  lot: { expiryDate: register('date', 'expiryDate'), hold: { type: 'text', of: lotHoldOf } },
  stockMovement: {
    stockItemId: { type: 'text', of: stockItemOf },
    lotNumber: { type: 'text', of: lotNumberOf },
    ...{ ...moved, movedAt: instant('movedAt') },
  },
  stockCount: { ...moved, countedAt: instant('countedAt') },
  product: { name: { type: 'text', of: (row) => plain(text(row, 'display') ?? '') || null } },
  alert: { raisedAt: instant('raisedAt') },
  allergyNotice: { noticedAt: instant('noticedAt') },
  formularyNotice: {
    listed: { type: 'boolean', of: (row) => String(flag(row, 'listed') !== false) },
    noticedAt: instant('noticedAt'),
  },
  administration: { administeredAt: instant('administeredAt') },
  reconciliation: { completedAt: instant('completedAt') },
} as const satisfies Record<string, Readonly<Record<string, DerivedColumn>>>;
