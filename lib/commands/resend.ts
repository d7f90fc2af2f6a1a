import { createHash } from 'node:crypto';
import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import { retryingContention } from '#lib/db/retrying-contention';
import type { Account } from '#lib/domain/account';
import type { EmailState } from '#lib/domain/prescription-state';
import { Conflict } from '#lib/domain/refusal';
import { keepAddress } from './keep-address.ts';
import { ownPrescription } from './own-prescription.ts';
import { queueResend } from './queue-resend.ts';

export type AskedResend = {
  readonly email: string;
  readonly reason?: string | undefined;
  /** How the reach read to the person who pressed: when it was settled since, he is told instead of a second mail being sent. */
  readonly seen?: EmailState | undefined;
};

const over = ['canceled', 'discontinued'];

/** The same request has the same message: pressing twice, or a network that repeats, sends once. */
function outboxIdOf(tenantId: string, key: string): string {
  return `out_${createHash('sha256')
    .update(JSON.stringify([tenantId, key]))
    .digest('hex')
    .slice(0, 24)}`;
}

/**
 * A doctor asks that the notification of his prescription be sent again; the address he typed is the one on file from then on, the patient's too.
 * @throws Conflict `on-its-way`, `uncertain` (a person must settle it first), `settled` (it was accepted meanwhile), `ended` (nothing to pick up any more), `key-used`
 */
export async function requestResend(
  { scope }: Account,
  prescriptionId: string,
  asked: AskedResend,
  key: string,
  requestId: string,
): Promise<{ readonly outboxId: string }> {
  const { tenantId, userId } = scope;
  const email = asked.email.trim();
  const outboxId = outboxIdOf(tenantId, key);
  return retryingContention(() =>
    inTenant(scope, async (tx) => {
      const prescription = await ownPrescription(tx, scope, prescriptionId);
      const before = await tx.outboxMessage.findUnique({ where: { tenantId_id: { tenantId, id: outboxId } } });
      if (before) {
        if (before.prescriptionId !== prescriptionId || before.address !== email.toLowerCase())
          throw new Conflict('key-used');
        return { outboxId };
      }
      if (over.includes(prescription.state))
        throw new Conflict('ended', 'The prescription was ended: there is nothing to pick up.');
      const accepted =
        prescription.emailState === 'accepted' && prescription.emailAddress?.toLowerCase() === email.toLowerCase();
      if (accepted && asked.seen !== undefined && asked.seen !== 'accepted')
        throw new Conflict('settled', 'The mail server has accepted it meanwhile.');
      const reason = asked.reason?.trim() || null;
      const { patientId, emailAddress } = prescription;
      const changed = emailAddress?.toLowerCase() !== email.toLowerCase();
      if (changed && patientId !== null) await keepAddress(tx, scope, { prescriptionId, patientId, email, key });
      const queued = await queueResend(tx, { tenantId, userId, prescriptionId, email, reason, key, outboxId });
      if (queued === 'on-its-way') throw new Conflict('on-its-way', 'A mail is on its way already.');
      if (queued === 'uncertain')
        throw new Conflict('uncertain', 'One may have been sent: say first whether it arrived.');
      const line = { action: 'resend.requested', subjectKind: 'prescription', subjectId: prescriptionId } as const;
      await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
      return { outboxId };
    }),
  );
}
