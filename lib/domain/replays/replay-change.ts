import type { Json, JsonObject } from '#lib/domain/base/json/json';

/** The subject of a row of the dry-run diff, as a person asks for it. */
export const changeGroups = ['prescriptions', 'stock', 'alerts', 'follow-ups', 'other'] as const;
export type ChangeGroup = (typeof changeGroups)[number];

const models = {
  prescriptions: [
    ...(['Prescription', 'PrescriptionItem', 'EmailDelivery', 'Dispense', 'Dispensation', 'StockReturn'] as const),
    ...(['MedicationRequest', 'PharmacyOrder', 'OrderFill', 'AlertOverride', 'Administration'] as const),
    'Reconciliation',
  ],
  stock: ['StockItem', 'Lot', 'StockMovement', 'StockCount', 'StockBalance', 'StockDemand'],
  alerts: [
    ...(['Alert', 'RecallCase', 'RecallLot', 'RecallPerson', 'RecallContact'] as const),
    ...(['AllergyNotice', 'FormularyNotice'] as const),
  ],
  'follow-ups': ['FollowUp'],
  other: [
    ...(['Patient', 'PatientRecord', 'PatientLink', 'Product', 'ProductCode', 'EventSubject'] as const),
    ...(['PrescriptionTerm', 'PatientTerm'] as const),
  ],
} as const satisfies Record<ChangeGroup, readonly string[]>;

/** The projection tables that have a name on the screens. */
export const changeModels = Object.values(models).flat();

const groupOf: ReadonlyMap<string, ChangeGroup> = new Map(
  changeGroups.flatMap((group) => models[group].map((model) => [model, group] as const)),
);

export function changeGroup(model: string): ChangeGroup {
  return groupOf.get(model) ?? 'other';
}

/** The projection tables of a group, of those named. */
export function modelsOf(group: ChangeGroup, named: readonly string[]): readonly string[] {
  return named.filter((model) => changeGroup(model) === group);
}

/** States, ids, codes, quantities and times: what an admin sees without a reveal. Whatever else differs is only counted. */
const shown: ReadonlySet<string> = new Set([
  ...['state', 'emailState', 'emailCause', 'written', 'hold', 'heldUntil', 'fills', 'queue', 'queuedAt', 'priority'],
  ...['code', 'patientId', 'prescriberId', 'effectiveDate', 'expirationDate', 'issuedAt', 'assignedTo', 'resend'],
  ...['line', 'productCode', 'quantity', 'unit', 'refills', 'controlled', 'durationDays', 'cause', 'status', 'origin'],
  ...['prescriptionId', 'prescriptionCode', 'dispenseId', 'dispensationId', 'orderId', 'medicationRequestId'],
  ...['stockItemId', 'lotNumber', 'expiryDate', 'locationId', 'pharmacistId', 'counterSignId', 'countersignedBy'],
  ...['schedule', 'partial', 'remaining', 'dispensedAt', 'returned', 'returnedAt', 'review', 'disposition'],
  ...['frozen', 'recalled', 'released', 'observedOnHand', 'reorderPoint', 'lastReceivedAt', 'lastCountedAt'],
  ...['decision', 'kind', 'into', 'movedAt', 'countedAt', 'expected', 'openedAt', 'raisedAt', 'horizonDays'],
  ...['acknowledgedAt', 'recallId', 'recallClass', 'depth', 'recalledAt', 'outcome', 'letter', 'personId'],
  ...['administeredAt', 'completedAt', 'requestedAt', 'fulfillmentState', 'overriddenAt', 'severity', 'alertType'],
  ...['noticedAt', 'listed', 'version', 'since', 'troubleAt', 'dueFrom', 'settledAt', 'settledBy', 'snoozedUntil'],
  ...['day', 'updatedAt', 'bucket'],
]);

export type ChangedField = { readonly name: string; readonly before: string | null; readonly after: string | null };

export type RowChange = {
  readonly what: 'new' | 'changed' | 'gone';
  /** The row's subject: its id, or the one it belongs to. */
  readonly subject: string;
  readonly fields: readonly ChangedField[];
  /** Fields that differ and are not an admin's to see. */
  readonly hidden: number;
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row's values by name: its registers', and the columns that stand beside them. */
function valuesOf(row: JsonObject | null): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  if (row === null) return values;
  const { registers, ...columns } = row;
  for (const [name, value] of Object.entries(columns)) if (name !== 'id' && value !== null) values.set(name, value);
  for (const [name, register] of Object.entries(isObject(registers) ? registers : {}))
    if (name !== '_' && isObject(register)) values.set(name, register['v'] ?? null);
  return values;
}

const text = (value: Json | undefined): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The address of an email is part of the id of its row. */
function subjectOf(model: string, key: readonly Json[], values: ReadonlyMap<string, Json>): string {
  const hangsOn = model === 'EmailDelivery' || model === 'PrescriptionTerm' ? 'prescriptionId' : null;
  const own = hangsOn === null ? undefined : values.get(hangsOn);
  if (hangsOn !== null) return text(own) ?? '';
  if (model === 'PatientTerm') return text(values.get('patientId')) ?? '';
  return key
    .map((part) => text(part) ?? '')
    .filter((part) => part !== '')
    .join(' · ');
}

/** A row of the diff as an admin sees it: the differing fields, with the values that an admin may see. */
export function rowChange(
  model: string,
  key: readonly Json[],
  before: JsonObject | null,
  after: JsonObject | null,
): RowChange {
  const was = valuesOf(before);
  const is = valuesOf(after);
  const names = [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => text(was.get(name)) !== text(is.get(name)),
  );
  const fields = names
    .filter((name) => shown.has(name))
    .map((name) => ({ name, before: text(was.get(name)), after: text(is.get(name)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const what = before === null ? 'new' : after === null ? 'gone' : 'changed';
  return {
    what,
    subject: subjectOf(model, key, new Map([...was, ...is])),
    fields,
    hidden: names.length - fields.length,
  };
}
