import { encode } from 'uqr';
import { refuse } from '#lib/auth/refuse';
import type { Handover } from '#lib/contract/mail/handover';
import type { PrescriptionDetail } from '#lib/contract/prescriptions/prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import { type MailFacts, mailFacts } from '#lib/db/mail/mail-facts';
import type { Account } from '#lib/domain/access/account';
import { may } from '#lib/domain/access/permission';
import { languages } from '#lib/domain/base/locale';
import { Forbidden, type RecordRef, Refusal } from '#lib/domain/base/refusal';
import { dayIn } from '#lib/domain/base/time/day-in';
import { type NothingToPickUp, notToPickUp } from '#lib/domain/mail/may-resend';
import { issuedLine } from '#lib/outbound/prescription-mail';
import { wordsOf } from '#lib/outbound/words/words-of';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { readPrescription } from '#lib/views/prescriptions/prescription-detail';

/** One path of unit squares, so that the code prints as sharp as the paper allows. */
function qrOf(text: string): Handover['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: squares.join(''), side: size };
}

/** A code that its source has not supplied yet differs from none. */
function withoutCode({ id, orderedFrom }: PrescriptionDetail, { clinic, locale }: MailFacts): string {
  const t = wordsOf[locale].prescription;
  return id.startsWith('osigu:') ? t.codeNotKnown({ clinic }) : t.withoutCode({ clinic, pharmacy: orderedFrom });
}

/** The reason why nothing is handed over: there is nothing to pick up, or not now. */
export type NoHandover = { readonly nothing: NothingToPickUp };

/**
 * The hand-over sheet of a doctor's own prescription; null when the account may not hand it over, which is logged and in the audit like any
 * refusal: the page has no route of the API behind it.
 */
export async function getHandover(
  account: Account,
  id: string,
  requestId: string,
): Promise<Handover | NoHandover | null> {
  const { scope } = account;
  const refused = async (record: RecordRef): Promise<null> => {
    await refuse(
      scope,
      record,
      { method: 'GET', path: `/prescriptions/${encodeURIComponent(id)}/handover` },
      requestId,
    );
    return null;
  };
  if (!may(scope, 'handover.print')) return refused({ kind: 'permission', id: 'handover.print' });
  const looks = logRecordAccess(account, 'record.viewed', requestId);
  try {
    const sheet = await inTenant(scope, async (tx) => {
      const { detail, glass } = await readPrescription(tx, account, { id, knownAt: null, revealed: false });
      if (glass) throw new Forbidden({ kind: 'prescription', id });
      const facts = await mailFacts(tx, scope.tenantId, id);
      await looks.write(tx, [id]);
      return facts && { detail, facts };
    });
    if (!sheet) return null;
    looks.remember();
    const { detail, facts } = sheet;
    const { state, expirationDate } = detail;
    const nothing = notToPickUp({ state, expirationDate, today: dayIn(account.timeZone, new Date()) });
    if (nothing !== null) return { nothing };
    const t = wordsOf[facts.locale].prescription;
    const at = new Intl.DateTimeFormat(languages[facts.locale].tag, {
      ...{ timeZone: facts.timeZone, dateStyle: 'long', timeStyle: 'short' },
    }).format(new Date());
    const { code } = facts;
    return {
      ...{
        prescriptionId: id,
        language: facts.locale,
        clinic: facts.clinic,
        code,
        qr: code === null ? null : qrOf(code),
      },
      patient: detail.patient?.name ?? null,
      issued: issuedLine(facts),
      medicines: detail.medications.flatMap(({ display, code: product, sig, quantity, unit }) => {
        const name = display ?? product;
        const amount = quantity === null ? null : [quantity, unit].filter((part) => part !== null).join(' ');
        return name === null ? [] : [{ name, sig, amount }];
      }),
      words: {
        ...{ title: t.sheetTitle, forPatient: t.sheetForPatient, number: t.sheetNumber },
        ...{
          show: code === null ? withoutCode(detail, facts) : t.show,
          pharmacy: t.pharmacy,
          medicines: t.medicines,
          keep: code === null ? null : t.keep,
        },
        ...{ scan: t.sheetScan, printed: t.sheetPrinted({ at }) },
      },
    };
  } catch (error) {
    if (error instanceof Forbidden) return refused(error.record);
    if (error instanceof Refusal) return null;
    throw error;
  }
}
