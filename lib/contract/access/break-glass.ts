import type { BreakGlassState } from '#lib/domain/access/break-glass';

export type BreakGlassSubject = 'patient' | 'prescription';

/** A doctor's current emergency access. */
export type OpenBreakGlass = {
  readonly id: string;
  readonly kind: BreakGlassSubject;
  readonly subjectId: string;
  readonly until: string;
};

export type BreakGlassRow = {
  readonly id: string;
  readonly doctor: { readonly id: string; readonly name: string };
  readonly kind: BreakGlassSubject;
  readonly subjectId: string;
  readonly reason: string;
  readonly openedAt: string;
  /** The time of its end: early, or after its three hours. */
  readonly until: string;
  readonly state: BreakGlassState;
  readonly looks: number;
  readonly review: { readonly at: string; readonly by: string | null; readonly note: string | null } | null;
};
