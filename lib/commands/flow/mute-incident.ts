import { inTenant } from '#lib/db/base/in-tenant';
import { notifyFlow } from '#lib/db/base/notify-changes';
import { isSource } from '#lib/db/connections/find-sources';
import { deleteMute, saveMute } from '#lib/db/flow/ops-mutes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Invalid, NotFound } from '#lib/domain/base/refusal';
import type { OpsAlertKind } from '#lib/domain/flow/ops-alert';

const longestMs = 30 * 86_400_000;

export type Muting = {
  readonly kind: OpsAlertKind;
  /** The id of a source; '' for the whole. */
  readonly subject: string;
  readonly until: string;
  readonly reason: string;
};

/**
 * Suppresses notifications and counts of a kind about a subject until a moment within the next thirty days; an open incident stays on the
 * screen, with the reason. Muted a second time, the later one counts. @throws NotFound without such a source, Invalid `body.until`
 */
export async function muteIncident(
  { scope }: Account,
  { kind, subject, until, reason }: Muting,
  requestId: string,
): Promise<{ readonly until: string }> {
  const { tenantId, userId } = scope;
  const ahead = Date.parse(until) - Date.now();
  if (ahead <= 0 || ahead > longestMs) throw new Invalid(['body.until']);
  await inTenant(scope, async (tx) => {
    if (subject !== '' && !(await isSource(tx, tenantId, subject))) throw new NotFound();
    await saveMute(tx, tenantId, { kind, subject, until, reason, mutedBy: userId });
    const line = { action: 'flow.muted', subjectKind: 'incident', subjectId: `${kind}|${subject}` } as const;
    await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
    await notifyFlow(tx, tenantId);
  });
  return { until };
}

/** Ends a mute before its time. Twice is once. */
export async function endMute(
  { scope }: Account,
  { kind, subject }: Pick<Muting, 'kind' | 'subject'>,
  requestId: string,
): Promise<{ readonly ended: boolean }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    if (!(await deleteMute(tx, tenantId, { kind, subject }))) return { ended: false };
    const line = { action: 'flow.mute-ended', subjectKind: 'incident', subjectId: `${kind}|${subject}` } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyFlow(tx, tenantId);
    return { ended: true };
  });
}
