import type { Json } from '#lib/domain/base/json/json';
import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, isChange } from './change.ts';
import { foldRow, type Row } from './fold.ts';
import type { Origin, SettledField } from './settled-field.ts';

/** An event's claim on one row, and the event it came from. */
export type CheckpointClaim = { readonly change: Change; readonly origin: Origin };

const decided = (register: SettledField | undefined, { at }: Change, { seq, tie }: Origin): boolean =>
  register !== undefined && register.by === seq && register.t === tie && register.at === at;

/** True where a row already holds a claim: folding it again would change nothing. */
export function isFolded(row: Row | undefined, { change, origin }: CheckpointClaim): boolean {
  return row !== undefined && foldRow(row, change, origin) === row;
}

/**
 * The part of a claim that its row still depends on: the fields that it decided last, the disagreements that it has a part in, and that it
 * was the newest to name the row. Null: others have claimed all of it since. A field once lost to a newer fact never comes back, so the
 * parts left out are never missed: folding the kept part of every event gives the row that folding all of them gives.
 */
export function survivorOf(row: Row, { change, origin }: CheckpointClaim): CheckpointClaim | null {
  const set = Object.fromEntries(
    Object.entries<Json | undefined>(change.set).filter(([name, value]) => {
      const register = row[name];
      return value !== undefined && (decided(register, change, origin) || register?.c !== undefined);
    }),
  );
  if (Object.keys(set).length === 0 && !decided(row['_'], change, origin)) return null;
  const surviving = { table: change.table, id: change.id, at: change.at, set };
  return isChange(surviving) ? { change: surviving, origin } : null;
}

const familyOf: Partial<Record<Change['table'], string>> = {
  prescriptionItem: 'prescription',
  emailDelivery: 'prescription',
  allergyNotice: 'patient',
  patientLink: 'patient',
  registerEntry: 'dispense',
  orderFill: 'pharmacyOrder',
  recallLot: 'recallCase',
};

/**
 * The record that a row is restated with: a prescription with its items and emails, an order with its fills, a dispense with its register
 * entry and its movements; any other row by itself. From the row's name alone, so that it never changes.
 */
export function homeOf({ table, id }: Pick<Change, 'table' | 'id'>): string {
  if (table === 'stockMovement' && id.startsWith('dispense:')) return `dispense ${rowId(id.slice('dispense:'.length))}`;
  const family = familyOf[table];
  if (family === undefined) return `${table} ${rowId(id)}`;
  const isPart =
    table === 'prescriptionItem' || table === 'emailDelivery' || table === 'orderFill' || table === 'recallLot';
  return `${family} ${isPart ? id.slice(0, id.indexOf('|')) : rowId(id)}`;
}
