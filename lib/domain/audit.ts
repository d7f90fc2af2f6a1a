/** What a person did, or was refused. Commands add their line here. */
export const auditActions = [
  'sign-in',
  'sign-in.refused',
  'sign-out',
  'session.ended',
  'refused',
  'record.viewed',
  'record.listed',
  'record.revealed',
  'payload.revealed',
  'list.exported',
  'directory.imported',
  'patient.corrected',
  'patient.linked',
  'patient.unlinked',
  'product.corrected',
  'resend.requested',
  'resend.settled',
  'handover.printed',
  'patient.told',
  'follow-up.snoozed',
  'prescription.assigned',
  'incident.mended',
  'dead-letter.discarded',
  'dead-letter.reopened',
  'amendment.proposed',
  'amendment.approved',
  'amendment.refused',
  'amendment.withdrawn',
  'amendment.revealed',
  'recall.opened',
  'recall.classified',
  'recall.assigned',
  'recall.contact-logged',
  'recall.letters-sent',
  'recall.closed',
  'dispense.reviewed',
  'dispense.flagged',
  'return.disposed',
  'stock.counted',
  'lot.quarantined',
  'lot.released',
  'expiry.decided',
  'alert.acknowledged',
  'dispense.countersigned',
  'register.corrected',
  'stock.counted',
  'source.created',
  'source.changed',
  'source.rotated',
  'source.old-secret-ended',
  'source.disabled',
  'source.enabled',
  'source.tested',
  'subscription.created',
  'subscription.changed',
  'subscription.rotated',
  'subscription.paused',
  'subscription.resumed',
  'subscription.tested',
  'delivery.resent',
  'encounter.linked',
  'encounters.imported',
  'flow.muted',
  'flow.mute-ended',
  'flow.expected',
  'flow.recipient-added',
  'flow.recipient-removed',
  'flow.recipient-tested',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One line of the audit: ids, codes and the asker's own reason; never what was seen. */
export type AuditLine = {
  readonly tenantId: string;
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly subjectKind?: string | null;
  readonly subjectId?: string | null;
  readonly reason?: string | null;
  readonly requestId?: string | null;
  /** Left out: the database's clock. */
  readonly at?: Date;
};
