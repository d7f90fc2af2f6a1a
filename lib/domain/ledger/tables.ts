import type { Json } from '#lib/domain/base/json/json';
import { earliest, type Field, fact, latest } from './field.ts';

/** Until when (ISO 8601 UTC), and why. */
export type Snooze = { readonly until: string; readonly reason: string };

/**
 * Every projection row and the fields that events may set on it. The order of a ranked list is the tie order of model.md: the last one wins.
 * Instants are ISO 8601 UTC with milliseconds, dates `YYYY-MM-DD`, quantities exact decimals as text (`decimal.ts`), ids prefixed with
 * their system (`medication:rx_1`) unless said otherwise.
 */
export const tables = {
  /** id `{system}:{external id}` */
  prescription: {
    written: latest<'draft' | 'issued' | 'active' | 'signed' | 'expired' | 'discontinued' | 'canceled'>([
      'draft',
      'issued',
      'active',
      'signed',
      'expired',
      'discontinued',
      'canceled',
    ]),
    writtenReason: latest<string>(),
    hold: latest<'none' | 'held'>(['none', 'held']),
    /** When it was last put on hold, whatever came after. */
    lastHold: latest<'held'>(),
    holdReason: latest<string>(),
    heldUntil: latest<string>(),
    fills: latest<'available' | 'all_ordered'>(['available', 'all_ordered']),
    queue: latest<'queued'>(),
    queuedAt: earliest<string>(),
    priority: latest<string>(),
    code: fact<string>(),
    version: latest<string>(),
    patientId: fact<string>(),
    prescriberId: fact<string>(),
    prescriberRegistration: latest<string>(),
    diagnoses: latest<readonly string[]>(),
    notes: latest<string>(),
    dispenseAsWritten: latest<boolean>(),
    effectiveDate: latest<string>(),
    expirationDate: latest<string>(),
    issuedAt: fact<string>(),
    externalId: latest<string>(),
    medicationRequestId: latest<string>(),
    /** The address of the sender's latest attempt. */
    attemptedAddress: latest<string>(),
    /** The address a person of the clinic put on file: it goes before the sender's. */
    fileAddress: latest<string>(),
    resend: latest<'requested' | 'withdrawn'>(['requested', 'withdrawn']),
    /** The latest known event of the address when the clinic's own system was asked to send: anything newer is its answer. */
    resendAfter: latest<string>(),
    /** The clinic's own system accepted the request; only its next event shows the outcome of the email. */
    passedOn: latest<'passed_on'>(),
    /** The doctor informed the patient: printed the sheet, or called them. */
    reachedBy: latest<'phone' | 'paper'>(['phone', 'paper']),
    /** The doctor to whom an admin assigned an unowned prescription (`{system}:{id}`); the source's own prescriber takes precedence. */
    assignedTo: latest<string>(),
    /** The clinic's own id of the encounter it was written at; an empty text once that was unlinked. */
    encounterId: latest<string>(),
    /** A doctor's "not now", one for each kind of follow-up. */
    snoozedNotDelivered: latest<Snooze>(),
    snoozedOrderProblem: latest<Snooze>(),
    snoozedNotPickedUp: latest<Snooze>(),
    snoozedOnHold: latest<Snooze>(),
    snoozedRecall: latest<Snooze>(),
  },
  /** id `{prescription id}|{line, from 1}` */
  prescriptionItem: {
    prescriptionId: fact<string>(),
    line: fact<number>(),
    productCode: fact<string>(),
    display: latest<string>(),
    dose: latest<string>(),
    route: latest<string>(),
    frequency: latest<string>(),
    sig: latest<string>(),
    durationDays: latest<number>(),
    /** Per fill. */
    quantity: fact<string>(),
    unit: fact<string>(),
    /** Fills beyond the first. */
    refills: latest<number>(),
    controlled: latest<boolean>(),
  },
  /** id `{prescription id}|{address, lower case}`: what became of the mail to one address */
  emailDelivery: {
    prescriptionId: fact<string>(),
    address: fact<string>(),
    state: latest<'accepted' | 'uncertain' | 'failed'>(['accepted', 'uncertain', 'failed']),
    reason: latest<string>(),
    cause: latest<'address' | 'mailbox' | 'refused' | 'sender' | 'passing' | 'unknown'>(),
    carrier: latest<string>(),
    /** The facts that decide follow-ups, whatever came in between: the first failure, the last one, the last acceptance. */
    firstFailure: earliest<'failed' | 'uncertain'>(),
    lastFailure: latest<'uncertain' | 'failed'>(['uncertain', 'failed']),
    lastAcceptance: latest<'accepted'>(),
    /** The moment of each acceptance: claims that differ are all kept, so that the first after a failure is known in any order. */
    acceptedAt: fact<string>(),
  },
  /** id `{system}:{patient id}` */
  patient: { firstName: latest<string>(), lastName: latest<string>(), externalId: latest<string>() },
  /** id `dir:{uuid}`: a person of the tenant's own directory; what a person took away is an empty text */
  patientRecord: {
    name: latest<string>(),
    phone: latest<string>(),
    email: latest<string>(),
    language: latest<string>(),
    externalId: latest<string>(),
  },
  /** id `{system}:{patient id}`: the directory's person for a source's patient; an empty text once unlinked */
  patientLink: {
    recordId: latest<string>(),
    basis: latest<'import' | 'person' | 'shared_id'>(),
    note: latest<string>(),
    linkedBy: latest<string>(),
  },
  /** id `product:{uuid}`: a product of the tenant's own directory */
  product: {
    display: latest<string>(),
    unit: latest<string>(),
    schedule: latest<string>(),
    reorderPoint: latest<string>(),
  },
  /** id `{system}:{the sender's code}`: which product a code means */
  productCode: { productId: latest<string>() },
  /** id `{system}:{dispense id}`; Osigu `osigu:{dispensation id}|{product code}` */
  dispense: {
    prescriptionId: fact<string>(),
    /** Osigu joins by the printed code where it names no id. */
    prescriptionCode: fact<string>(),
    dispensationId: fact<string>(),
    patientId: fact<string>(),
    productCode: fact<string>(),
    display: latest<string>(),
    quantity: fact<string>(),
    unit: fact<string>(),
    remaining: latest<string>(),
    partial: fact<boolean>(),
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    expiryDate: fact<string>(),
    pharmacistId: fact<string>(),
    counterSignId: latest<string>(),
    /** The person who countersigned on our screens, and the sources' ids that were theirs at that time. */
    countersignedBy: latest<string>(),
    countersignedIds: latest<readonly string[]>(),
    schedule: fact<string>(),
    controlled: latest<boolean>(),
    fhirId: latest<string>(),
    amount: latest<string>(),
    dispensedAt: earliest<string>(),
    /** That something of it came back. */
    returned: latest<true>(),
    /** A pharmacist looked at it afterwards; a flag says that something is wrong with it, and stays until it is reviewed. */
    review: latest<'reviewed' | 'flagged'>(['reviewed', 'flagged']),
    reviewedBy: latest<string>(),
    flagReason: latest<string>(),
  },
  /** id `osigu:{dispensation id}`: one visit to a pharmacy's counter */
  dispensation: {
    prescriptionId: fact<string>(),
    prescriptionCode: fact<string>(),
    state: latest<'started' | 'completed' | 'cancelled'>(['started', 'completed', 'cancelled']),
    reason: latest<string>(),
    pharmacy: latest<string>(),
  },
  /** id `{system}:{return id, else message id}` */
  return: {
    dispenseId: fact<string>(),
    prescriptionId: fact<string>(),
    quantity: fact<string>(),
    unit: fact<string>(),
    reason: latest<string>(),
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    returnedAt: earliest<string>(),
    /** The decision about it; only quarantine can be decided anew. */
    disposition: latest<'quarantine' | 'credit' | 'destroy'>(['quarantine', 'credit', 'destroy']),
    dispositionReason: latest<string>(),
    disposedBy: latest<string>(),
  },
  /** id `{system}:{stock item id}` */
  stockItem: {
    productCode: fact<string>(),
    display: latest<string>(),
    unit: latest<string>(),
    locationId: latest<string>(),
    reorderPoint: latest<string>(),
    /** The quantity that an alert observed; never a balance. */
    observedOnHand: latest<string>(),
    /** The product that its controlled dispenses name: where no delivery named the product, nothing else is known of it. */
    controlled: latest<true>(),
    schedule: latest<string>(),
    controlledCode: latest<string>(),
    controlledDisplay: latest<string>(),
    /** Since when the ledger says anything of the shelf itself: the last delivery, the last count. */
    lastReceivedAt: latest<string>(),
    lastCountedAt: latest<string>(),
  },
  /** id `{stock item id}|{normalised lot number}`: what one stock item holds of a lot */
  lot: {
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    expiryDate: fact<string>(),
    frozen: latest<'free' | 'quarantined' | 'recalled'>(['free', 'quarantined', 'recalled']),
    /** The last recall and the last release, whatever came in between: a quarantine never hides a recall. */
    recalled: latest<'recalled'>(),
    released: latest<'free'>(),
    frozenReason: latest<string>(),
    frozenBy: latest<string>(),
    observedOnHand: latest<string>(),
    lastReceivedAt: latest<string>(),
    lastCountedAt: latest<string>(),
    /** The decision about its expiry, and the person it is assigned to. */
    decision: latest<'use_first' | 'return' | 'destroy' | 'transfer' | 'ignore'>(),
    decisionOwner: latest<string>(),
    decisionReason: latest<string>(),
    decidedBy: latest<string>(),
  },
  /** id `{dispense|return|receipt|disposal|correction}:{id of what moved it}` */
  stockMovement: {
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    /** Of what came back: its dispense, and the stock item and lot that it was taken from (`stock-from-dispense.ts`). */
    dispenseId: fact<string>(),
    givenFrom: latest<string>(),
    givenLot: latest<string>(),
    kind: fact<'receipt' | 'dispense' | 'return' | 'disposal' | 'correction'>(),
    into: fact<'usable' | 'quarantine'>(),
    /** Signed: negative leaves the shelf. */
    quantity: fact<string>(),
    unit: fact<string>(),
    supplier: latest<string>(),
    grnNumber: latest<string>(),
    /** Of a correction of the register: why, by whom, and which entry it puts right. */
    reason: latest<string>(),
    correctedBy: latest<string>(),
    corrects: latest<string>(),
    movedAt: earliest<string>(),
  },
  /** id `count:{id of the act}`: what a person counted; from then on it is the balance */
  stockCount: {
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    into: fact<'usable' | 'quarantine'>(),
    quantity: fact<string>(),
    unit: fact<string>(),
    /** The recorded stock when it was counted. */
    expected: fact<string>(),
    reason: latest<string>(),
    countedBy: latest<string>(),
    countedAt: earliest<string>(),
  },
  /** id `{kind}|{stock item id}[|{lot}]`, `countersign|{dispense id}`; of a safety check `{allergy|formulary|administration}|…` */
  alert: {
    kind: fact<'reorder' | 'expiry' | 'recall' | 'countersign'>(),
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    dispenseId: fact<string>(),
    openedAt: earliest<string>(),
    raisedAt: latest<string>(),
    horizonDays: latest<number>(),
    expiryDate: latest<string>(),
    observedOnHand: latest<string>(),
    reason: latest<string>(),
    acknowledgedAt: latest<string>(),
    acknowledgedBy: latest<string>(),
    acknowledgeReason: latest<string>(),
  },
  /** id `{system}:{recall id, else stock item id|lot}` */
  recallCase: {
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    recallClass: latest<string>(),
    depth: latest<string>(),
    reason: latest<string>(),
    triggeredBy: latest<string>(),
    recalledAt: earliest<string>(),
    /** A notice that comes after the closing opens it again. */
    state: latest<'open' | 'closed'>(['open', 'closed']),
    openedBy: earliest<string>(),
    owner: latest<string>(),
    /** The pharmacist in charge's statement on the lots' stock at the end, and the counts of the checks at that time. */
    closing: latest<Json>(),
    /** The lots (`recallLot`) that the case named then. */
    closedLots: latest<readonly string[]>(),
    closedBy: latest<string>(),
  },
  /** id `{recall case id}|{stock item id}|{normalised lot number, empty: all of them}`: one of the lots that a recall names */
  recallLot: {
    recallId: fact<string>(),
    stockItemId: fact<string>(),
    lotNumber: fact<string>(),
    recalledAt: earliest<string>(),
  },
  /** id `{recall case id}|{person}`: the state of the contact with one person. A person is a source's patient, or `dispense:{id}` where none is named */
  recallPerson: {
    recallId: fact<string>(),
    personId: fact<string>(),
    assignedTo: latest<string>(),
    outcome: latest<'left_message' | 'no_answer' | 'reached' | 'returned' | 'given_up'>([
      'left_message',
      'no_answer',
      'reached',
      'returned',
      'given_up',
    ]),
    letter: latest<'queued' | 'uncertain' | 'failed' | 'accepted'>(['queued', 'uncertain', 'failed', 'accepted']),
  },
  /** id `{message id of the act}|{person}`: one attempt to reach a person */
  recallContact: {
    recallId: fact<string>(),
    personId: fact<string>(),
    outcome: fact<string>(),
    note: fact<string>(),
    by: fact<string>(),
    contactedAt: earliest<string>(),
  },
  /** id `{dispense id}`: a row of the controlled register */
  registerEntry: {
    dispenseId: fact<string>(),
    prescriptionId: fact<string>(),
    schedule: fact<string>(),
    productCode: fact<string>(),
    display: latest<string>(),
    quantity: fact<string>(),
    unit: fact<string>(),
    pharmacistId: fact<string>(),
    counterSignId: latest<string>(),
    enteredAt: earliest<string>(),
  },
  /** id `{system}:{alert override id}` */
  alertOverride: {
    prescriptionId: fact<string>(),
    patientId: fact<string>(),
    alertType: fact<string>(),
    severity: latest<string>(),
    alertText: latest<string>(),
    reason: latest<string>(),
    overriddenBy: fact<string>(),
    overriddenAt: earliest<string>(),
  },
  /** id `{system}:{administration id}` */
  administration: {
    prescriptionId: fact<string>(),
    patientId: fact<string>(),
    status: latest<'given' | 'held' | 'missed' | 'refused'>(['given', 'held', 'missed', 'refused']),
    dose: latest<string>(),
    reason: latest<string>(),
    administeredBy: latest<string>(),
    administeredAt: latest<string>(),
  },
  /** id `{system}:{reconciliation id}` */
  reconciliation: {
    patientId: fact<string>(),
    completedAt: latest<string>(),
    completedBy: latest<string>(),
    outcomes: latest<Json>(),
  },
  /** id `{system}:{medication request id}` */
  medicationRequest: {
    origin: fact<'order' | 'external'>(),
    prescriptionId: fact<string>(),
    prescriptionBusinessId: fact<string>(),
    patientId: fact<string>(),
    prescriberId: fact<string>(),
    pharmacyId: latest<string>(),
    productCode: latest<string>(),
    display: latest<string>(),
    requestedAt: earliest<string>(),
  },
  /** id `photon:{order id}` */
  pharmacyOrder: {
    state: latest<'created' | 'placed' | 'rerouted' | 'fulfillment' | 'completed' | 'error' | 'canceled'>([
      'created',
      'placed',
      'rerouted',
      'fulfillment',
      'completed',
      'error',
      'canceled',
    ]),
    fulfillmentState: latest<string>(),
    pharmacyId: latest<string>(),
    pharmacyName: latest<string>(),
    patientId: fact<string>(),
    carrier: latest<string>(),
    tracking: latest<string>(),
    reason: latest<string>(),
    externalId: latest<string>(),
    /** `{moment} {state}` of each good state and of its end: all are kept, so that the first after an error is known in any order. */
    steps: fact<string>(),
    /** Its last error and why, empty where the sender does not say; stays when the order moves on. */
    lastError: latest<string>(),
  },
  /** id `{order id}|{prescription id}`: that an order carries a fill of a prescription */
  orderFill: { orderId: fact<string>(), prescriptionId: fact<string>(), state: latest<string>() },
  /** id `{system}:{patient id}`: "checks made before this are stale" */
  allergyNotice: {
    patientId: fact<string>(),
    substance: latest<string>(),
    action: latest<string>(),
    noticedAt: latest<string>(),
  },
  /** id `{product code}`: whether the formulary still has it */
  formularyNotice: { listed: latest<boolean>([true, false]), version: latest<string>(), noticedAt: latest<string>() },
} as const satisfies Record<string, Record<string, Field<never>>>;

export type TableName = keyof typeof tables;
type ValueOf<F> = F extends Field<infer V> ? V : never;

/** The fields that one change may set on a row of table T. */
export type FieldsOf<T extends TableName> = {
  readonly [F in keyof (typeof tables)[T]]?: ValueOf<(typeof tables)[T][F]> | undefined;
};

const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name);

export const tableNames: readonly TableName[] = Object.keys(tables).filter(isTableName);
