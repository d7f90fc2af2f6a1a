/** The time for which a colleague's patient stays open to a doctor who gave a reason. */
export const breakGlassHours = 3;

/** The records that emergency access opens to its doctor: one person, by the ids that were theirs at that time, or one prescription that names nobody. */
export type BreakGlassGrant = {
  readonly id: string;
  readonly patientIds: readonly string[];
  readonly prescriptionIds: readonly string[];
  /** Until when, ISO 8601 UTC. */
  readonly until: string;
};

/** True where a record belongs to that person or is that prescription. */
export function isUnderBreakGlass(
  { patientIds, prescriptionIds }: Pick<BreakGlassGrant, 'patientIds' | 'prescriptionIds'>,
  record: { readonly prescriptionId?: string; readonly patientId: string | null },
): boolean {
  if (record.patientId !== null && patientIds.includes(record.patientId)) return true;
  return record.prescriptionId !== undefined && prescriptionIds.includes(record.prescriptionId);
}

/** The name under which the audit log shows the opening that permitted a view. */
export const breakGlassReason = (id: string): string => `break-glass ${id}`;

export const breakGlassStates = ['open', 'to-review', 'reviewed'] as const;
export type BreakGlassState = (typeof breakGlassStates)[number];

/** The openings that a list shows. */
export const breakGlassShows = ['unreviewed', 'reviewed', 'all'] as const;
export type BreakGlassShow = (typeof breakGlassShows)[number];

type Times = { readonly expiresAt: Date; readonly endedAt: Date | null; readonly reviewedAt: Date | null };

/** Open until it is ended or its three hours are over; then it waits for an admin's word. */
export function breakGlassStateOf({ expiresAt, endedAt, reviewedAt }: Times, now: Date): BreakGlassState {
  if (reviewedAt !== null) return 'reviewed';
  return endedAt === null && now < expiresAt ? 'open' : 'to-review';
}
