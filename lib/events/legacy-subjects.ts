/**
 * The seed's mapping table: during the dual-publish window the same fact arrives under a legacy name and under its new subject.
 * The payload's shape under a legacy name is not published: it is read as the new subject's.
 */
const mapping: readonly (readonly [newSubject: string, ...legacyNames: readonly string[]])[] = [
  ['medication.prescription.drafted.v1', 'med.order.created', 'MEDICATION.medication.prescribed'],
  ['medication.prescription.signed.v1', 'med.order.signed', 'MEDICATION.medication.signed'],
  ['medication.prescription.discontinued.v1', 'med.order.discontinued', 'MEDICATION.medication.discontinued'],
  ['medication.alert.overridden.v1', 'med.alert.overridden', 'MEDICATION.alert.overridden'],
  ['medication.dispensing.completed.v1', 'PHARMACY.dispensing.completed'],
  ['medication.inventory.stock_received.v1', 'PHARMACY.inventory.stock_received'],
  ['medication.inventory.reorder_alert.v1', 'PHARMACY.inventory.reorder_alert'],
  ['medication.inventory.expiry_alert.v1', 'PHARMACY.inventory.expiry_alert'],
  ['medication.inventory.recall_triggered.v1', 'PHARMACY.inventory.recall_triggered'],
  ['medication.controlled_substance.dispensed.v1', 'PHARMACY.controlled-substance.dispensed'],
];

/** One word has two spellings, and both occur (sources.md): the catalogue's name is the sender's documents'. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['dispensing.canceled', 'dispensing.cancelled'],
  ['photon:order:cancelled', 'photon:order:canceled'],
  ['photon:prescription:cancelled', 'photon:prescription:canceled'],
]);

/** The catalogue's name of a type, under whichever name it came. */
export function catalogueName(wireType: string): string {
  return legacySubjects.get(wireType) ?? spellings.get(wireType) ?? wireType;
}

/** Legacy name → new subject. */
export const legacySubjects: ReadonlyMap<string, string> = new Map(
  mapping.flatMap(([subject, ...names]) => names.map((name) => [name, subject] as const)),
);

/** Every name under which a type may come that is not the catalogue's. */
export const otherNames: readonly string[] = [...legacySubjects.keys(), ...spellings.keys()];
