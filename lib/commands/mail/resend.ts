import { createHash } from 'node:crypto';
import { requireState } from '#lib/commands/base/if-unchanged';
import { ownPrescription } from '#lib/commands/prescriptions/own-prescription';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { isFollowUpSettled } from '#lib/db/follow-ups/follow-up-states';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { isDeadAddress } from '#lib/db/mail/dead-address';
import { messageAddressee } from '#lib/db/mail/find-messages';
import type { Account } from '#lib/domain/access/account';
import { Conflict } from '#lib/domain/base/refusal';
import { dayIn } from '#lib/domain/base/time/day-in';
import { noEmailReason } from '#lib/domain/mail/may-resend';
import { noEmailWords } from '#lib/domain/mail/no-email-words';
import type { EmailState } from '#lib/domain/prescriptions/prescription-state';
import { queueResend } from './queue-resend.ts';
import { saveAddressOnFile } from './save-address-on-file.ts';

export type AskedResend = {
  readonly email: string;
  readonly reason?: string | undefined;
  /** The email status that the person saw when they pressed: when it was settled since, they get that answer instead of a second email being sent. */
  readonly seen?: EmailState | undefined;
  /** The person confirms an address that a mail server has refused as none. */
  readonly addressIsRight?: boolean | undefined;
};

/** The same request has the same message: pressing twice, or a network that repeats, sends once. */
function outboxIdOf(tenantId: string, key: string): string {
  return `out_${createHash('sha256')
    .update(JSON.stringify([tenantId, key]))
    .digest('hex')
    .slice(0, 24)}`;
}

/** A later event is shown to the person instead of sending a second email, whatever address they typed. */
async function refuseSettled(
  tx: Tx,
  tenantId: string,
  prescriptionId: string,
  reach: string,
  seen: EmailState,
): Promise<void> {
  requireState(reach !== 'queued' || seen === 'queued', 'on-its-way', 'A mail is on its way already.');
  const isSettled = await isFollowUpSettled(tx, tenantId, 'not_delivered', prescriptionId);
  const settled = reach === 'accepted' ? seen !== 'accepted' : isSettled;
  requireState(!settled, 'settled', 'It has been settled meanwhile.');
}

/**
 * A doctor requests a second notification of their prescription; the address they typed is the one on file from then on, the patient's too.
 * @throws Conflict `on-its-way`, `uncertain` (a person must settle it first), `settled` (it was, since they looked), `dead-address` (a
 * server answered that it does not exist, and nobody confirmed it), `key-used`, or why the patient gets no email about it at all:
 * `no-code`, `code-not-known`, `draft`, `on-hold`, `dispensed`, `canceled`, `discontinued`, `expired`
 */
export async function requestResend(
  { scope, timeZone }: Account,
  prescriptionId: string,
  asked: AskedResend,
  key: string,
  requestId: string,
): Promise<{ readonly outboxId: string }> {
  const { tenantId, userId } = scope;
  const email = asked.email.trim();
  const outboxId = outboxIdOf(tenantId, key);
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      const prescription = await ownPrescription(tx, scope, prescriptionId);
      const before = await messageAddressee(tx, tenantId, outboxId);
      if (before) {
        if (before.prescriptionId !== prescriptionId || before.address !== email.toLowerCase())
          throw new Conflict('key-used');
        return { outboxId };
      }
      const { state, code, expirationDate } = prescription;
      const today = dayIn(timeZone, new Date());
      const day = expirationDate?.toISOString().slice(0, 10) ?? null;
      const why = noEmailReason({ id: prescriptionId, code, state, expirationDate: day, today });
      if (why !== null) throw new Conflict(why, noEmailWords[why]);
      if (asked.seen !== undefined)
        await refuseSettled(tx, tenantId, prescriptionId, prescription.emailState, asked.seen);
      const addressIsRight = asked.addressIsRight === true;
      if (!addressIsRight && (await isDeadAddress(tx, tenantId, prescriptionId, email)))
        throw new Conflict(
          'dead-address',
          'A mail server said that there is no such address: change it, or say that it is right.',
        );
      const reason = asked.reason?.trim() || null;
      const { patientId, emailAddress } = prescription;
      const changed = emailAddress?.toLowerCase() !== email.toLowerCase();
      if (changed && patientId !== null) await saveAddressOnFile(tx, scope, { prescriptionId, patientId, email, key });
      const queued = await queueResend(tx, {
        tenantId,
        userId,
        prescriptionId,
        email,
        reason,
        key,
        outboxId,
        addressIsRight,
      });
      requireState(queued !== 'on-its-way', 'on-its-way', 'A mail is on its way already.');
      requireState(queued !== 'uncertain', 'uncertain', 'One may have been sent: say first whether it arrived.');
      const line = { action: 'resend.requested', subjectKind: 'prescription', subjectId: prescriptionId } as const;
      await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
      return { outboxId };
    }),
  );
}
