import type { Cast } from './clinic.ts';
import { osiguEvent } from './envelopes.ts';
import { medicines } from './medicines.ts';
import { mistyped, person } from './people.ts';
import { smtpReplies } from './smtp-replies.ts';
import { type Story, secondsBefore, storySteps } from './story.ts';

export const reaches = ['accepted', 'failed', 'corrected', 'bounced', 'silent'] as const;
export const osiguEndings = ['issued', 'started', 'completed', 'cancelled', 'part'] as const;

export type OsiguPlot = {
  /** `corrected`: failed at a mistyped address, then accepted at the right one; `bounced`: accepted first, and back after all. */
  readonly reach: (typeof reaches)[number];
  readonly ending: (typeof osiguEndings)[number];
  /** Insurance and money, which are of no concern to a prescription. */
  readonly settled?: boolean;
};

const pharmacies = ['Farmacia del Parque', 'Farmacia La Ceiba', 'Farmacia San Telmo', 'Botica Central'];
const diagnoses = ['J02', 'I10', 'E11', 'M54', 'N39', 'K21', 'F41'];

export function osiguStory(cast: Cast, plot: OsiguPlot): Story {
  const { clinic, random, ids } = cast;
  const story = storySteps(random, (type, data) => osiguEvent(cast, type, data));
  const prescription_id = ids.next('rx');
  const prescription_code = `RX-${ids.run}-${prescription_id.split('_').at(-1)}`.toUpperCase();
  const { first, last, email } = person(random);
  const doctor = { doctor_id: random.pick(clinic.prescribers).doctor, medical_board_registration: 'MP-70011' };
  const [one, other] = [random.pick(medicines.slice(0, 20)), random.pick(medicines.slice(20))];
  const chosen = plot.ending === 'part' || random.chance(0.3) ? [one, other] : [one];
  const patient = { patient_id: ids.next('pat'), first_name: first, last_name: last };
  const diagnosis = random.pick(diagnoses);

  story.tell('prescription.issued', (at) => ({
    ...{ prescription_id, prescription_code, version: 'v1.1', patient, doctor },
    diagnoses: [{ diagnosis_code: diagnosis }],
    medications: chosen.map(({ product, quantity, spanish, days }) => ({
      ...{ product_code: product, quantity, posology: spanish, duration_days: days },
    })),
    issued_at: secondsBefore(at, 1),
  }));

  const delivered = (to: string) =>
    story.tell('prescription.email_delivered', (at) => ({
      ...{ prescription_id, prescription_code, email: to, delivered_at: secondsBefore(at, 2) },
    }));
  const failed = (to: string) => {
    const reason = random.pick(smtpReplies).replace('{to}', to);
    story.tell('prescription.email_failed', (at) => ({
      ...{ prescription_id, email: to, reason, attempted_at: secondsBefore(at, 2) },
    }));
  };
  if (plot.reach !== 'silent') story.wait(1, 3);
  if (plot.reach === 'failed') failed(email);
  if (plot.reach === 'corrected') {
    failed(mistyped(email, random));
    story.wait(15, 90);
  }
  if (plot.reach === 'accepted' || plot.reach === 'bounced' || plot.reach === 'corrected') delivered(email);
  if (plot.reach === 'bounced') {
    story.wait(5, 40);
    failed(email);
  }

  if (plot.ending !== 'issued') {
    const pharmacy = { pharmacy_id: `phm_${random.int(10, 40)}`, name: random.pick(pharmacies) };
    const dispensed = plot.ending === 'part' ? chosen.slice(0, 1) : chosen;
    const products = dispensed.map(({ product, quantity }) => ({ product_code: product, quantity }));
    const dispensation_id = ids.next('dsn');
    const of = { dispensation_id, code: prescription_code, code_type: 'PRESCRIPTION' };
    story.wait(30, 400);
    story.tell('dispensing.started', () => ({ ...of, products, pharmacy }));
    if (plot.ending === 'cancelled') {
      story.wait(2, 10);
      story.tell('dispensing.cancelled', (at) => ({
        ...of,
        reason: 'Out of stock',
        cancelled_at: secondsBefore(at, 5),
      }));
    } else if (plot.ending !== 'started') {
      const [total_amount, authorization_id] = [(random.int(1500, 42_000) / 100).toFixed(2), ids.next('aut')];
      story.wait(5, 15);
      story.tell('dispensing.completed', (at) => ({
        ...{ ...of, prescription_id, products, pharmacy, authorization_id, total_amount },
        completed_at: secondsBefore(at, 10),
      }));
      if (plot.settled) {
        story.tell('authorization.created', () => ({ authorization_id }));
        story.wait(60, 600);
        const settlement_id = ids.next('stl');
        story.tell('settlement.paid', () => ({ settlement_id }));
      }
    }
  }
  return story.steps;
}
