import type { ResendAttempt, Resends, WhyNot } from '#lib/contract/mail/resend';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { mailFacts } from '#lib/db/mail/mail-facts';
import { type ResendRow, resendsOf } from '#lib/db/mail/resend';
import type { Account } from '#lib/domain/access/account';
import type { Locale } from '#lib/domain/base/locale';
import { NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';
import { dayIn } from '#lib/domain/base/time/day-in';
import { entered } from '#lib/domain/directories/directory';
import { text } from '#lib/domain/ledger/fold';
import { type NoEmailReason, noEmailReason } from '#lib/domain/mail/may-resend';
import { type PrescriptionParts, partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { emailReachOf, summarise } from '#lib/domain/prescriptions/prescription-summary';
import { causeWords } from '#lib/i18n/cause-words';
import { prescriptionMail } from '#lib/outbound/prescription-mail';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { addressOfPatient } from '#lib/views/patients/address-on-file';
import { ownedPrescription } from '#lib/views/prescriptions/owned-prescription';

const iso = (at: Date | null) => at?.toISOString() ?? null;

function attemptOf(row: ResendRow): ResendAttempt {
  const { id, kind, address, state, attempts, reply, cause, tries } = row;
  return {
    ...{ id, kind, address, state, attempts, reply, cause, tries },
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdByName,
    sentAt: iso(row.sentAt),
    settledAt: iso(row.settledAt),
    settledBy: row.settledByName,
    nextAttemptAt: state === 'queued' ? row.nextAttemptAt.toISOString() : null,
  };
}

function whyNot(parts: PrescriptionParts, locale: Locale): WhyNot | null {
  const { state, cause, delivery } = emailReachOf(parts);
  if (state !== 'failed') return null;
  const known = cause ?? 'unknown';
  return { cause: known, ...causeWords(locale, known), reply: entered(delivery, 'reason') };
}

function untoldOf(parts: PrescriptionParts, timeZone: string): NoEmailReason | null {
  const expirationDate = text(parts.row, 'expirationDate');
  const { state } = summarise(parts);
  return noEmailReason({
    ...{ id: parts.id, code: text(parts.row, 'code'), state, expirationDate },
    today: dayIn(timeZone, new Date()),
  });
}

/** The patient's address on file, where this prescription's emails go elsewhere. */
async function personsOther(tx: Tx, scope: Scope, parts: PrescriptionParts): Promise<string | null> {
  const patientId = text(parts.row, 'patientId');
  const address = patientId === null ? null : await addressOfPatient(tx, scope, patientId);
  return address?.toLowerCase() === emailReachOf(parts).address?.toLowerCase() ? null : address;
}

/** The sent emails of one prescription with their results, and the email as it would go out now. */
export async function getResends(account: Account, id: string, requestId: string): Promise<Resends> {
  const { scope } = account;
  const looks = logRecordAccess(account, 'record.viewed', requestId);
  const answer = await inTenant(scope, async (tx) => {
    const parts = partsIn(await ownedPrescription(tx, scope, id))(id);
    const facts = await mailFacts(tx, scope.tenantId, id);
    if (!facts || !parts) throw new NotFound();
    const rows = await resendsOf(tx, scope.tenantId, id);
    await looks.write(tx, [id]);
    const untold = untoldOf(parts, account.timeZone);
    const { code } = facts;
    const preview = code === null ? null : { ...prescriptionMail({ ...facts, code }), language: facts.locale };
    const person = await personsOther(tx, scope, parts);
    const items = rows.map(attemptOf);
    return { why: whyNot(parts, account.locale), person, items, untold, preview, by: facts.by };
  });
  looks.remember();
  return answer;
}
