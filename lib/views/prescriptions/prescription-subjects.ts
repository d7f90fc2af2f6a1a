import { type Rows, text } from '#lib/domain/ledger/fold';
import { externalKey, type Subject } from '#lib/domain/ledger/timeline';

/**
 * Everything that an event may be about to be on this prescription's timeline: itself, its printed code, its orders, its dispenses (a
 * return names only the dispense), its visits to a counter and its medication requests.
 */
export function subjectsOf(id: string, rows: Rows): readonly Subject[] {
  const code = text(rows.prescription.get(id), 'code');
  const of = (kind: Subject['kind'], ids: Iterable<string>) =>
    [...new Set(ids)].map((one): Subject => ({ kind, id: one }));
  const orders = [...rows.orderFill.values()].flatMap((row) => text(row, 'orderId') ?? []);
  return [
    { kind: 'prescription', id },
    ...of('prescription_code', code === null ? [] : [externalKey('osigu', code)]),
    ...of('order', orders),
    ...of('dispense', rows.dispense.keys()),
    ...of('dispensation', rows.dispensation.keys()),
    ...of('medication_request', rows.medicationRequest.keys()),
  ];
}
