import { type Row, type Rows, text } from '#lib/domain/ledger/fold';

/** A prescription with every row that its summary is made of. */
export type PrescriptionParts = {
  readonly id: string;
  readonly row: Row;
  readonly items: readonly Row[];
  readonly deliveries: readonly Row[];
  readonly dispenses: readonly Row[];
  /** Osigu's visits to a counter, by dispensation id. */
  readonly dispensations: ReadonlyMap<string, Row>;
  readonly returns: readonly Row[];
  readonly overrides: readonly Row[];
  readonly orders: readonly Row[];
};

type Keyed = readonly [id: string, row: Row];
type Index = ReadonlyMap<string, readonly Keyed[]>;

function indexBy(rows: ReadonlyMap<string, Row>, keyOf: (row: Row) => string | null): Index {
  const index = new Map<string, Keyed[]>();
  for (const [id, row] of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = index.get(key);
    if (group) group.push([id, row]);
    else index.set(key, [[id, row]]);
  }
  return index;
}

const byPrescription = (row: Row) => text(row, 'prescriptionId');
/** Osigu joins by the printed code only where it names no id (sources.md). */
const byCode = (row: Row) => (text(row, 'prescriptionId') === null ? text(row, 'prescriptionCode') : null);

/** Sorted by id, so that a summary never depends on the order in which rows were found. */
function sorted(rows: readonly Keyed[]): readonly Keyed[] {
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const values = (rows: readonly Keyed[]) => sorted(rows).map(([, row]) => row);

/** Prepares looking up many prescriptions' parts in one set of rows: linear in the rows, not in rows × prescriptions. */
export function partsIn(rows: Rows): (id: string) => PrescriptionParts | null {
  const items = indexBy(rows.prescriptionItem, byPrescription);
  const deliveries = indexBy(rows.emailDelivery, byPrescription);
  const dispenses = [indexBy(rows.dispense, byPrescription), indexBy(rows.dispense, byCode)] as const;
  const visits = [indexBy(rows.dispensation, byPrescription), indexBy(rows.dispensation, byCode)] as const;
  const returns = [
    indexBy(rows.return, byPrescription),
    indexBy(rows.return, (row) => text(row, 'dispenseId')),
  ] as const;
  const overrides = indexBy(rows.alertOverride, byPrescription);
  const fills = indexBy(rows.orderFill, byPrescription);
  const either = ([named, coded]: readonly [Index, Index], id: string, code: string | null) => [
    ...(named.get(id) ?? []),
    ...(code === null ? [] : (coded.get(code) ?? [])),
  ];
  return (id) => {
    const row = rows.prescription.get(id);
    if (!row) return null;
    const code = text(row, 'code');
    const given = sorted(either(dispenses, id, code));
    const back = new Map([
      ...(returns[0].get(id) ?? []),
      ...given.flatMap(([dispenseId]) => returns[1].get(dispenseId) ?? []),
    ]);
    return {
      id,
      row,
      items: values(items.get(id) ?? []),
      deliveries: values(deliveries.get(id) ?? []),
      dispenses: given.map(([, dispense]) => dispense),
      dispensations: new Map(sorted(either(visits, id, code))),
      returns: values([...back]),
      overrides: values(overrides.get(id) ?? []),
      orders: sorted(fills.get(id) ?? [])
        .map(([, fill]) => rows.pharmacyOrder.get(text(fill, 'orderId') ?? ''))
        .filter((order) => order !== undefined),
    };
  };
}
