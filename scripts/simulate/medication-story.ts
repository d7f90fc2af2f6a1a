import type { Json } from '#lib/domain/base/json/json';
import type { Cast } from './clinic.ts';
import { handOver } from './dispensing.ts';
import { medicationEvent } from './envelopes.ts';
import { medicines } from './medicines.ts';
import { dateAfter, type Story, secondsBefore, storySteps } from './story.ts';

/** The last state that a prescription of the Medication Service reaches. */
export const medicationEndings = [
  ...(['drafted', 'signed', 'queued', 'held', 'resumed', 'discontinued'] as const),
  ...(['part', 'dispensed', 'returned', 'ward'] as const),
];
export type MedicationPlot = {
  readonly ending: (typeof medicationEndings)[number];
  /** A controlled substance, and whether a second person signed for it. */
  readonly controlled?: 'countersigned' | 'alone';
  readonly override?: boolean;
  /** Asked for by a clinic's order, or by another system's e-prescription. */
  readonly request?: 'order' | 'external';
  readonly reconciled?: boolean;
  readonly allergy?: boolean;
};

const alerts = [
  ['interaction', 'moderate', 'Interaction with enalapril', 'Known and monitored'],
  ['interaction', 'severe', 'Raises the effect of warfarin', 'INR is checked twice a week'],
  ['allergy', 'severe', 'Penicillin allergy on file', 'Tolerated twice before, allergist agrees'],
  ['duplicate therapy', 'low', 'Another ACE inhibitor is active', 'The other one is being stopped'],
  ['dose', 'moderate', 'Above the usual daily dose', 'Titrated over three visits'],
  ['pregnancy', 'moderate', 'Category C', 'Discussed with the patient'],
] as const;
const holds = [
  'Waiting for a kidney function result',
  'Insurance asks for a review',
  'Patient is fasting for a procedure',
];
const stops = ['Pain has gone', 'Changed to another medicine', 'Not tolerated: cough', 'Patient asked to stop'];
const reactions = ['Penicillin', 'Sulfonamides', 'Latex', 'Ibuprofen'];

export function medicationStory(cast: Cast, plot: MedicationPlot): Story {
  const { clinic, random, ids } = cast;
  const controlled = plot.controlled !== undefined;
  const medicine = random.pick(medicines.filter(({ schedule }) => (schedule !== null) === controlled));
  const prescriber = random.pick(clinic.prescribers).user;
  const [prescriptionId, patientId, correlation] = [ids.next('rx'), ids.next('pat'), ids.next('corr')];
  const story = storySteps(random, (type, data, actor = prescriber) =>
    medicationEvent(cast, correlation, type, data, actor),
  );
  const what = { medicationCode: medicine.code, medicationDisplay: medicine.display };

  story.tell('medication.prescription.drafted.v1', (at) => ({
    ...{ prescriptionId, patientId, prescriberId: prescriber, ...what, draftedAt: secondsBefore(at, 2) },
  }));
  if (plot.ending === 'drafted') return story.steps;

  story.wait(2, 12);
  const overrides: Json[] = [];
  if (plot.override) {
    const [alertType, severity, alertText, reason] = random.pick(alerts);
    const override = { alertOverrideId: ids.next('aov'), alertType, severity, alertText, reason };
    overrides.push({ ...override, overriddenBy: prescriber });
    story.tell('medication.alert.overridden.v1', () => ({
      ...override,
      ...{ prescriptionId, patientId, overriddenBy: prescriber },
    }));
    story.wait(1, 4);
  }
  story.tell('medication.prescription.signed.v1', (at) => ({
    ...{ prescriptionId, patientId, ...what, dose: medicine.dose, route: medicine.route },
    ...{ frequency: medicine.frequency, durationDays: medicine.days },
    ...{ quantity: medicine.quantity, quantityUnit: medicine.unit, refillsAuthorized: 0, isControlled: controlled },
    ...{ signedAt: secondsBefore(at, 1), prescriberId: prescriber, overrides },
  }));
  if (plot.ending === 'signed') return story.steps;

  const medicationRequestId = ids.next('mrq');
  if (plot.request !== undefined) {
    const request = { medicationRequestId, prescriptionId, patientId, prescriberId: prescriber };
    const business = `PBI-${ids.run}-${medicationRequestId.split('_').at(-1)}`.toUpperCase();
    story.wait(1, 3);
    if (plot.request === 'order') {
      story.tell('orders.medication_request.activated.v1', () => ({ ...request, ...what }));
    } else {
      const external = { prescriptionBusinessId: business, tenantId: clinic.wireId, medicationRequestId, patientId };
      const sent = { ...external, prescriberId: prescriber, medicationCode: medicine.code };
      const to = { targetPharmacyOrgId: `org_${clinic.tenantId}_pharmacy` };
      story.tell('eprescribing.medication_request.created.v1', () => ({ ...sent, ...to, prescriptionId }));
      story.wait(5, 30);
      story.tell('eprescribing.medication_request.updated.v1', () => ({ ...sent, ...to, prescriptionId }));
    }
  }
  story.wait(1, 15);
  const priority = random.chance(0.15) ? 'urgent' : 'routine';
  story.tell('medication.fulfillment.queued.v1', (at) => ({
    ...{ prescriptionId, patientId, priority },
    ...(plot.request === undefined ? {} : { medicationRequestId }),
    queuedAt: at.toISOString(),
  }));
  if (plot.ending === 'held' || plot.ending === 'resumed') {
    story.wait(10, 90);
    const reason = random.pick(holds);
    story.tell('medication.prescription.held.v1', (at) => ({
      ...{ prescriptionId, reason, heldUntil: dateAfter(at, 2) },
    }));
  }
  if (plot.ending === 'resumed') {
    story.wait(60, 240);
    story.tell('medication.prescription.resumed.v1', () => ({ prescriptionId }));
  }
  handOver(cast, story, { prescriptionId, patientId, medicine, plot });
  if (plot.ending === 'discontinued') {
    story.wait(60, 600);
    const reason = random.pick(stops);
    story.tell('medication.prescription.discontinued.v1', (at) => ({
      ...{ prescriptionId, reason, discontinuedAt: secondsBefore(at, 2) },
    }));
  }
  if (plot.reconciled) {
    story.wait(120, 600);
    const [reconciliationId, stopped] = [ids.next('rec'), random.pick(medicines).display];
    story.tell('medication.reconciliation.completed.v1', (at) => ({
      ...{ reconciliationId, patientId, completedAt: secondsBefore(at, 30), completedBy: prescriber },
      outcomes: [
        { action: 'continued', prescriptionId, medicationDisplay: medicine.display },
        { action: 'stopped', medicationDisplay: stopped },
      ],
    }));
  }
  if (plot.allergy) {
    story.wait(30, 300);
    const substance = random.pick(reactions);
    story.tell(
      'patient-chart.allergy.updated.v1',
      (at) => ({ patientId, substance, action: 'added', updatedAt: secondsBefore(at, 5) }),
      clinic.nurse,
    );
  }
  return story.steps;
}
