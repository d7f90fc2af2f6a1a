/** How long a colleague's patient stays open to whoever said why. */
export const breakGlassHours = 3;

/** What an opening by break-glass lets its doctor see: one person, by the ids that were his when it was opened; or one prescription that names nobody. */
export type BreakGlassGrant = {
  readonly id: string;
  readonly patientIds: readonly string[];
  readonly prescriptionIds: readonly string[];
  /** Until when, ISO 8601 UTC. */
  readonly until: string;
};

/** Whether a record is that person's, or that prescription. */
export function isUnderBreakGlass(
  { patientIds, prescriptionIds }: Pick<BreakGlassGrant, 'patientIds' | 'prescriptionIds'>,
  record: { readonly prescriptionId?: string; readonly patientId: string | null },
): boolean {
  if (record.patientId !== null && patientIds.includes(record.patientId)) return true;
  return record.prescriptionId !== undefined && prescriptionIds.includes(record.prescriptionId);
}

/** How the audit names the opening that a look was made under. */
export const breakGlassReason = (id: string): string => `break-glass ${id}`;

export const breakGlassStates = ['open', 'to-review', 'reviewed'] as const;
export type BreakGlassState = (typeof breakGlassStates)[number];

/** Which openings a list shows. */
export const breakGlassShows = ['unreviewed', 'reviewed', 'all'] as const;
export type BreakGlassShow = (typeof breakGlassShows)[number];

type Times = { readonly expiresAt: Date; readonly endedAt: Date | null; readonly reviewedAt: Date | null };

/** Open until it is ended or its three hours are over; then it waits for an admin's word. */
export function breakGlassStateOf({ expiresAt, endedAt, reviewedAt }: Times, now: Date): BreakGlassState {
  if (reviewedAt !== null) return 'reviewed';
  return endedAt === null && now < expiresAt ? 'open' : 'to-review';
}
