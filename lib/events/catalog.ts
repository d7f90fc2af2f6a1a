import { ownSystem } from '#lib/domain/base/system';
import type { Retention } from '#lib/domain/retention/retention';
import { patientTold } from '#lib/events/scriptline/recalls/patient-told';
import { recallAssigned } from '#lib/events/scriptline/recalls/recall-assigned';
import { recallClassified } from '#lib/events/scriptline/recalls/recall-classified';
import { recallClosed } from '#lib/events/scriptline/recalls/recall-closed';
import { recallContactLogged } from '#lib/events/scriptline/recalls/recall-contact-logged';
import { recallOpened } from '#lib/events/scriptline/recalls/recall-opened';
import { canarySent } from './canary-sent.ts';
import type { EventType } from './define-event.ts';
import type { Interpretation } from './interpretation.ts';
import { catalogueName, otherNames } from './legacy-subjects.ts';
import { administrationRecorded } from './medication/administration-recorded.ts';
import { alertOverridden } from './medication/alert-overridden.ts';
import { controlledSubstanceDispensed } from './medication/controlled-substance-dispensed.ts';
import { dispensingCompleted as medicationDispensingCompleted } from './medication/dispensing-completed.ts';
import { dispensingPartial } from './medication/dispensing-partial.ts';
import { dispensingReturned } from './medication/dispensing-returned.ts';
import { eprescribingMedicationRequestCreated } from './medication/eprescribing-medication-request-created.ts';
import { eprescribingMedicationRequestUpdated } from './medication/eprescribing-medication-request-updated.ts';
import { fulfillmentQueued } from './medication/fulfillment-queued.ts';
import { inventoryExpiryAlert } from './medication/inventory-expiry-alert.ts';
import { inventoryRecallTriggered } from './medication/inventory-recall-triggered.ts';
import { inventoryReorderAlert } from './medication/inventory-reorder-alert.ts';
import { inventoryStockReceived } from './medication/inventory-stock-received.ts';
import { ordersMedicationRequestActivated } from './medication/orders-medication-request-activated.ts';
import { patientChartAllergyUpdated } from './medication/patient-chart-allergy-updated.ts';
import { prescriptionDiscontinued } from './medication/prescription-discontinued.ts';
import { prescriptionDrafted } from './medication/prescription-drafted.ts';
import { prescriptionHeld } from './medication/prescription-held.ts';
import { prescriptionResumed } from './medication/prescription-resumed.ts';
import { prescriptionSigned } from './medication/prescription-signed.ts';
import { reconciliationCompleted } from './medication/reconciliation-completed.ts';
import { tenantFormularyUpdated } from './medication/tenant-formulary-updated.ts';
import { dispensingCanceled } from './osigu/dispensing-cancelled.ts';
import { dispensingCompleted as osiguDispensingCompleted } from './osigu/dispensing-completed.ts';
import { dispensingStarted } from './osigu/dispensing-started.ts';
import {
  authorizationCreated,
  authorizationRejected,
  authorizationUpdated,
  authorizationVoided,
  settlementPaid,
  settlementPartiallyAccepted,
  settlementRejected,
} from './osigu/not-used.ts';
import { prescriptionEmailDelivered } from './osigu/prescription-email-delivered.ts';
import { prescriptionEmailFailed } from './osigu/prescription-email-failed.ts';
import { prescriptionIssued } from './osigu/prescription-issued.ts';
import { orderCanceled } from './photon/order-canceled.ts';
import { orderCompleted } from './photon/order-completed.ts';
import { orderCreated } from './photon/order-created.ts';
import { orderError } from './photon/order-error.ts';
import { orderFulfillment } from './photon/order-fulfillment.ts';
import { orderPlaced } from './photon/order-placed.ts';
import { orderRerouted } from './photon/order-rerouted.ts';
import { prescriptionActive } from './photon/prescription-active.ts';
import { prescriptionCanceled } from './photon/prescription-canceled.ts';
import { prescriptionCreated } from './photon/prescription-created.ts';
import { prescriptionDepleted } from './photon/prescription-depleted.ts';
import { prescriptionExpired } from './photon/prescription-expired.ts';
import type { Received } from './received.ts';
import { addressChanged } from './scriptline/address-changed.ts';
import { alertAcknowledged } from './scriptline/alert-acknowledged.ts';
import { alertRaised } from './scriptline/alert-raised.ts';
import { checkpoint } from './scriptline/checkpoint.ts';
import { dispenseCountersigned } from './scriptline/dispense-countersigned.ts';
import { dispenseFlagged } from './scriptline/dispense-flagged.ts';
import { dispenseReviewed } from './scriptline/dispense-reviewed.ts';
import { emailAccepted } from './scriptline/email-accepted.ts';
import { emailFailed } from './scriptline/email-failed.ts';
import { emailUncertain } from './scriptline/email-uncertain.ts';
import { encounterLinked } from './scriptline/encounter-linked.ts';
import { expiryDecided } from './scriptline/expiry-decided.ts';
import { followUpSnoozed } from './scriptline/follow-up-snoozed.ts';
import { handoverPrinted } from './scriptline/handover-printed.ts';
import { lotQuarantined } from './scriptline/lot-quarantined.ts';
import { lotReleased } from './scriptline/lot-released.ts';
import { patientLinked } from './scriptline/patient-linked.ts';
import { patientRecorded } from './scriptline/patient-recorded.ts';
import { prescriptionAssigned } from './scriptline/prescription-assigned.ts';
import { prescriptionLinked } from './scriptline/prescription-linked.ts';
import { productRecorded } from './scriptline/product-recorded.ts';
import { registerCorrected } from './scriptline/register-corrected.ts';
import { resendPassedOn } from './scriptline/resend-passed-on.ts';
import { resendRequested } from './scriptline/resend-requested.ts';
import { resendWithdrawn } from './scriptline/resend-withdrawn.ts';
import { returnDisposed } from './scriptline/return-disposed.ts';
import { stockCounted } from './scriptline/stock-counted.ts';
import { sourceTest } from './source-test.ts';

/** Every event type, one line each, in the order of the README's table. */
export const catalogue: readonly EventType[] = [
  // Medication Service: what it produces, then what it consumes
  prescriptionDrafted,
  prescriptionSigned,
  prescriptionDiscontinued,
  prescriptionHeld,
  prescriptionResumed,
  alertOverridden,
  medicationDispensingCompleted,
  dispensingPartial,
  dispensingReturned,
  controlledSubstanceDispensed,
  administrationRecorded,
  reconciliationCompleted,
  inventoryStockReceived,
  inventoryReorderAlert,
  inventoryExpiryAlert,
  inventoryRecallTriggered,
  fulfillmentQueued,
  ordersMedicationRequestActivated,
  eprescribingMedicationRequestCreated,
  eprescribingMedicationRequestUpdated,
  patientChartAllergyUpdated,
  tenantFormularyUpdated,
  // Osigu
  prescriptionIssued,
  prescriptionEmailDelivered,
  prescriptionEmailFailed,
  dispensingStarted,
  osiguDispensingCompleted,
  dispensingCanceled,
  authorizationCreated,
  authorizationRejected,
  authorizationUpdated,
  authorizationVoided,
  settlementPaid,
  settlementRejected,
  settlementPartiallyAccepted,
  // Photon
  prescriptionCreated,
  prescriptionDepleted,
  prescriptionActive,
  prescriptionExpired,
  prescriptionCanceled,
  orderCreated,
  orderPlaced,
  orderRerouted,
  orderFulfillment,
  orderCompleted,
  orderCanceled,
  orderError,
  // Our own
  resendPassedOn,
  resendRequested,
  resendWithdrawn,
  emailAccepted,
  emailFailed,
  emailUncertain,
  addressChanged,
  prescriptionLinked,
  prescriptionAssigned,
  encounterLinked,
  followUpSnoozed,
  handoverPrinted,
  patientTold,
  recallOpened,
  recallClassified,
  recallAssigned,
  recallContactLogged,
  recallClosed,
  patientRecorded,
  patientLinked,
  productRecorded,
  dispenseReviewed,
  dispenseFlagged,
  dispenseCountersigned,
  returnDisposed,
  stockCounted,
  registerCorrected,
  lotQuarantined,
  lotReleased,
  expiryDecided,
  alertAcknowledged,
  alertRaised,
  checkpoint,
  // Of the product itself
  sourceTest,
  canarySent,
];

const rows: ReadonlyMap<string, EventType> = new Map(catalogue.map((row) => [row.type, row]));

/** The types of the catalogue, without their legacy names. */
export const knownTypes: readonly string[] = [...rows.keys()];

/** The types that are read to some effect: these can be reinterpreted. */
export const readTypes: readonly string[] = catalogue.filter(({ used }) => used).map(({ type }) => type);

/**
 * The names, legacy ones too, of the types that are read: an event that was ignored because its type was not read then can be read now if
 * it came under one of them.
 */
export const readNames: readonly string[] = [...rows.keys(), ...otherNames].filter(
  (name) => rows.get(catalogueName(name))?.used === true,
);

/** The retention of an event that came under a name; unknown ones are kept two years. */
export function keepOf(wireType: string): Retention {
  return rows.get(catalogueName(wireType))?.keep ?? '2y';
}

/** The facts from sources that mean something here: the tenant's own systems can subscribe to these. */
export const subscribableTypes: readonly string[] = catalogue
  .filter(({ system, used }) => used && system !== ownSystem)
  .map(({ type }) => type);

/** The meaning of an event. Pure, and never throws, whatever the data. */
export function interpretEvent(received: Received): Interpretation {
  const type = catalogueName(received.wireType);
  if (type.startsWith('scriptline.') !== received.own) {
    const words = received.own ? 'expected scriptline.* from our own source' : 'expected no scriptline.* from a sender';
    return { outcome: 'quarantined', type, rejection: { cause: 'invalid-payload', paths: [`type: ${words}`] } };
  }
  return rows.get(type)?.interpret(received) ?? { outcome: 'ignored', type, keep: '2y', reason: 'unknown-type' };
}
