import type { WireFormatName } from '#lib/domain/base/system';
import { demoSources } from '#prisma/demo';
import type { Random } from './random.ts';

/** A prescriber by the ids that the three systems give them. */
export type Prescriber = { readonly doctor: string; readonly user: string };

/** One demo tenant as its senders see it. */
export type Clinic = {
  readonly tenantId: string;
  readonly wireId: string;
  readonly prescribers: readonly Prescriber[];
  readonly pharmacists: readonly string[];
  readonly nurse: string;
  readonly location: string;
};

const prescriber = (who: string): Prescriber => ({ doctor: `doc_${who}`, user: `usr_${who}` });

export const demoClinic: Clinic = {
  tenantId: 'demo',
  wireId: 'ten_demo',
  prescribers: [prescriber('demo_ana'), prescriber('demo_luis')],
  pharmacists: ['usr_demo_pharma', 'usr_demo_pharma2'],
  nurse: 'usr_demo_nurse',
  location: 'loc_demo_main',
};

/** Only the Medication Service sends for this one. */
export const otherClinic: Clinic = {
  tenantId: 'other',
  wireId: 'ten_other',
  prescribers: [prescriber('other_eva')],
  pharmacists: ['usr_other_pharma', 'usr_other_pharma2'],
  nurse: 'usr_other_nurse',
  location: 'loc_other_main',
};

/** The demo source of a tenant that speaks a format. */
export function sourceOf(tenantId: string, format: WireFormatName) {
  const found = demoSources.find((source) => source.tenantId === tenantId && source.format === format);
  if (!found) throw new Error(`The demo tenant ${tenantId} has no source that speaks ${format}`);
  return found;
}

/** Ids of one run: they never meet those of another, so that what is sent again is only what was meant to be. */
export type Ids = { readonly run: string; readonly next: (kind: string) => string };

export function idsOf(run: string): Ids {
  let count = 1000;
  return {
    run,
    next: (kind) => {
      count += 1;
      return `${kind}_${run}_${count}`;
    },
  };
}

/** The people and medicines that a story is drawn from. */
export type Cast = {
  readonly clinic: Clinic;
  readonly random: Random;
  readonly ids: Ids;
  /** The run's day: what is printed on lots is counted from it. */
  readonly today: Date;
};
