import type { Override, ProductRef } from '#lib/contract/dispenses/dispense';
import type { Fill, Medication, PersonRef } from '#lib/contract/prescriptions/prescription';
import type { WorklistKind } from '#lib/domain/overview/worklist';

export type TodayNumbers = {
  readonly toReview: { readonly count: number; readonly oldest: string | null };
  readonly lacking: { readonly count: number; readonly oldest: string | null };
  readonly below: { readonly count: number; readonly none: number };
  readonly expiring: { readonly count: number };
  readonly recalls: { readonly count: number; readonly oldest: string | null };
  readonly returns: { readonly count: number; readonly oldest: string | null };
};

/** One task; `score` is risk × age, greatest first. */
export type ToDo = {
  readonly kind: WorklistKind;
  readonly id: string;
  readonly product: ProductRef;
  readonly patient: PersonRef | null;
  /** Lot number, schedule, quantity: the parameters that the words of its kind need. */
  readonly lot: string | null;
  readonly schedule: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly since: string | null;
  readonly href: string;
  readonly score: number;
};

export type Today = { readonly numbers: TodayNumbers; readonly next: readonly ToDo[] };

export type QueueRow = {
  readonly id: string;
  readonly code: string | null;
  readonly queuedAt: string;
  readonly priority: string | null;
  readonly patient: PersonRef | null;
  readonly prescriber: PersonRef | null;
  readonly medications: readonly Medication[];
  readonly fill: Fill | null;
  /** Exact; null where it cannot be said. */
  readonly left: string | null;
  readonly controlled: boolean;
  readonly notes: string | null;
  readonly asWritten: boolean;
  readonly overrides: readonly Override[];
  /** True where some usable stock of its product is there; null where its product is not known to be kept. */
  readonly usable: 'enough' | 'some' | 'none' | null;
};

export type SafetyKind = 'allergy' | 'formulary' | 'administration';

export type SafetyRow = {
  readonly id: string;
  readonly kind: SafetyKind;
  readonly prescriptionId: string;
  readonly code: string | null;
  readonly patient: PersonRef | null;
  readonly medications: readonly Medication[];
  readonly at: string;
  /** The allergy's substance, the medicine that left, `refused` or `missed`. */
  readonly about: string | null;
  readonly reason: string | null;
  readonly reconciledAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgeReason: string | null;
};
