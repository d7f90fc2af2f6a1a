import type { GlassState } from '#lib/domain/access/break-glass';

export type GlassSubject = 'patient' | 'prescription';

/** What a doctor has open just now. */
export type OpenGlass = {
  readonly id: string;
  readonly kind: GlassSubject;
  readonly subjectId: string;
  readonly until: string;
};

export type GlassRow = {
  readonly id: string;
  readonly doctor: { readonly id: string; readonly name: string };
  readonly kind: GlassSubject;
  readonly subjectId: string;
  readonly reason: string;
  readonly openedAt: string;
  /** When it ended: early, or after its three hours. */
  readonly until: string;
  readonly state: GlassState;
  readonly looks: number;
  readonly review: { readonly at: string; readonly by: string | null; readonly note: string | null } | null;
};
