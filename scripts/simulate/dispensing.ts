import type { Cast } from './clinic.ts';
import type { MedicationPlot } from './medication-story.ts';
import type { Medicine } from './medicines.ts';
import { shelf } from './shelf.ts';
import { secondsBefore, type storySteps } from './story.ts';

type Filled = {
  readonly prescriptionId: string;
  readonly patientId: string;
  readonly medicine: Medicine;
  readonly plot: MedicationPlot;
};

const returns = ['Blister damaged', 'Patient was discharged', 'Wrong strength picked', 'Not collected'];

/** The pharmacy's handling of a queued prescription: in part, all of it, back again, or on the ward. */
export function handOver(cast: Cast, told: ReturnType<typeof storySteps>, filled: Filled): void {
  const { clinic, random, ids } = cast;
  const { prescriptionId, patientId, medicine, plot } = filled;
  if (!['part', 'dispensed', 'returned', 'ward'].includes(plot.ending)) return;
  const [pharmacist, second] = random.chance(0.5) ? clinic.pharmacists : clinic.pharmacists.toReversed();
  const { stockItemId, lotNumber, expiryDate } = shelf(cast, medicine);
  const from = { quantityUnit: medicine.unit, stockItemId, lotNumber };
  const signs = {
    pharmacistId: pharmacist ?? '',
    counterSignId: plot.controlled === 'countersigned' ? (second ?? '') : null,
  };
  const whole = medicine.quantity;
  const part =
    plot.ending === 'part' || (plot.ending === 'dispensed' && random.chance(0.25)) ? Math.ceil(whole / 3) : 0;

  if (part > 0) {
    const dispenseId = ids.next('dsp');
    told.wait(15, 120);
    told.tell(
      'medication.dispensing.partial.v1',
      () => ({
        ...{ dispenseId, prescriptionId, patientId, ...from, expiryDate, ...signs },
        ...{ dispensedQuantity: part, remainingQuantity: whole - part, isPartial: true },
        gatewayMedicationDispenseFhirId: `MedicationDispense/${dispenseId}`,
      }),
      pharmacist,
    );
    if (plot.ending === 'part') return;
  }
  const dispenseId = ids.next('dsp');
  told.wait(15, 300);
  told.tell(
    'medication.dispensing.completed.v1',
    () => ({
      ...{ dispenseId, prescriptionId, patientId, ...from, expiryDate, ...signs },
      ...{ dispensedQuantity: whole - part, isPartial: false },
      gatewayMedicationDispenseFhirId: `MedicationDispense/${dispenseId}`,
    }),
    pharmacist,
  );
  if (medicine.schedule !== null) {
    told.tell(
      'medication.controlled_substance.dispensed.v1',
      () => ({
        ...{ dispenseId, prescriptionId, schedule: medicine.schedule, ...from, ...signs },
        ...{ medicationCode: medicine.code, medicationDisplay: medicine.display, dispensedQuantity: whole - part },
      }),
      pharmacist,
    );
  }
  if (plot.ending === 'returned') {
    told.wait(60, 900);
    const [returnId, reason] = [ids.next('ret'), random.pick(returns)];
    const back = { dispenseId, returnId, prescriptionId, ...from };
    const returnedQuantity = random.int(1, Math.max(1, Math.floor(whole / 4)));
    told.tell('medication.dispensing.returned.v1', () => ({ ...back, returnedQuantity, reason }), pharmacist);
  }
  if (plot.ending === 'ward') {
    for (const status of ['given', random.pick(['given', 'refused', 'missed'])]) {
      told.wait(120, 480);
      const administrationId = ids.next('adm');
      told.tell(
        'medication.administration.recorded.v1',
        (at) => ({
          ...{ administrationId, prescriptionId, patientId, status, dose: medicine.dose },
          ...{ administeredAt: secondsBefore(at, 60), administeredBy: clinic.nurse },
          ...(status === 'refused' ? { reason: 'Patient felt sick' } : {}),
        }),
        clinic.nurse,
      );
    }
  }
}
