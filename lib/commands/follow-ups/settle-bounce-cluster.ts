import { createHash } from 'node:crypto';
import { queueResend } from '#lib/commands/mail/queue-resend';
import { inTenant } from '#lib/db/base/in-tenant';
import { faultsOfTenant } from '#lib/db/follow-ups/find-bounce-clusters';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { isMessageWritten } from '#lib/db/mail/find-messages';
import { prescriptionForCommand } from '#lib/db/prescriptions/prescription-for-command';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { dayIn } from '#lib/domain/base/time/day-in';
import { type Failure, findBounceCluster, openMembers } from '#lib/domain/follow-ups/bounce-cluster';
import { noEmailReason } from '#lib/domain/mail/may-resend';

/** A server that has just recovered does not get everything at once. */
const perSecond = 2;
/** Actions of one transaction. */
const together = 20;

const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/**
 * The fault is fixed: every pending email of the cluster is resent, two a second, each as its own action of the ledger to the address on
 * file. Pressed twice, or by two admins, each failure is answered by one email.
 */
export async function settleBounceCluster(
  { scope, timeZone }: Account,
  key: string,
  requestId: string,
): Promise<{ readonly queued: number }> {
  const { tenantId, userId } = scope;
  const today = dayIn(timeZone, new Date());
  const open = await inTenant(scope, async (tx) => {
    const incident = findBounceCluster(await faultsOfTenant(tx, tenantId), key);
    if (!incident) throw new NotFound();
    await writeAudit(tx, {
      tenantId,
      actorId: userId,
      ...{ action: 'incident.mended', subjectKind: 'incident', subjectId: key, requestId },
    });
    return openMembers(incident);
  });
  let queued = 0;
  for (let at = 0; at < open.length; at += together) queued += await sendAgain(open.slice(at, at + together), queued);
  return { queued };

  function sendAgain(members: readonly Failure[], before: number): Promise<number> {
    return retryContention(() =>
      inTenant(scope, async (tx) => {
        let sent = 0;
        // One order for everybody, so that two who press at once wait for one another instead of for each other.
        for (const { prescriptionId, at } of members.toSorted((a, b) =>
          a.prescriptionId < b.prescriptionId ? -1 : 1,
        )) {
          const found = await prescriptionForCommand(tx, tenantId, prescriptionId);
          const outboxId = `out_${hashOf(tenantId, 'mend', prescriptionId, at)}`;
          const written = await isMessageWritten(tx, tenantId, outboxId);
          if (!found?.emailAddress || written) continue;
          const expirationDate = found.expirationDate?.toISOString().slice(0, 10) ?? null;
          // The email states only true facts: it is about a prescription that can be picked up, by a code that the pharmacy knows.
          if (noEmailReason({ ...found, id: prescriptionId, expirationDate, today }) !== null) continue;
          const message = { tenantId, userId, prescriptionId, email: found.emailAddress, reason: null };
          const inSeconds = Math.floor((before + sent) / perSecond);
          const outcome = await queueResend(tx, { ...message, key: outboxId, outboxId, inSeconds });
          if (outcome === 'queued') sent++;
        }
        return sent;
      }),
    );
  }
}
