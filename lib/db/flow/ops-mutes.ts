import type { Tx } from '#lib/db/base/in-tenant';
import type { OpsAlertKind } from '#lib/domain/flow/ops-alert';

/** The subject of a mute: a kind of incident of one source, or with '' of the whole. */
type MutedSubject = { readonly kind: OpsAlertKind; readonly subject: string };

type NewMute = MutedSubject & { readonly until: string; readonly reason: string; readonly mutedBy: string };

/** Saves a mute in place of the one before. */
export async function saveMute(
  tx: Tx,
  tenantId: string,
  { kind, subject, until, reason, mutedBy }: NewMute,
): Promise<void> {
  await tx.opsMute.upsert({
    where: { tenantId_kind_subject: { tenantId, kind, subject } },
    create: { tenantId, kind, subject, until, reason, mutedBy },
    update: { until, reason, mutedBy, mutedAt: new Date() },
  });
}

/** False: nothing was muted. */
export async function deleteMute(tx: Tx, tenantId: string, { kind, subject }: MutedSubject): Promise<boolean> {
  return (await tx.opsMute.deleteMany({ where: { tenantId, kind, subject } })).count > 0;
}
