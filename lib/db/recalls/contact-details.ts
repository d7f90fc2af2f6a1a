import type { Tx } from '#lib/db/base/in-tenant';
import { linkedPatients, linkedRecords, recordsOf } from '#lib/db/directories/directory';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { entered } from '#lib/domain/directories/directory';
import { type EmailState, emailStates } from '#lib/domain/prescriptions/prescription-state';

export type ContactDetails = {
  readonly phone: string | null;
  readonly email: string | null;
  /** The text in place of an address to which no email could go: two addresses in one field, a word. */
  readonly unusableEmail: string | null;
  readonly emailState: EmailState;
  readonly linked: boolean;
};

type LastMail = { readonly patientId: string; readonly address: string | null; readonly state: string };

/** The last email to each patient, whichever of their prescriptions it was about. */
async function lastMails(
  tx: Tx,
  tenantId: string,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, LastMail>> {
  const rows = await tx.$queryRaw<LastMail[]>`
    select distinct on (p."patientId") p."patientId", p."emailAddress" as address, p."emailState" as state from "Prescription" p
    where p."tenantId" = ${tenantId} and p."patientId" = any(${[...patientIds]}::text[]) and p."emailState" <> 'unknown' and p."emailAddress" is not null
    order by p."patientId", p."updatedAt" desc`;
  return new Map(rows.map((row) => [row.patientId, row]));
}

/**
 * The contact details of patients: the directory's of the person each is linked with, and the last email to them, their own source's or one
 * that an explicit link joins. Never by a name.
 */
export async function reachOfPatients(
  tx: Tx,
  tenantId: string,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, ContactDetails>> {
  const links = await linkedRecords(tx, tenantId, patientIds);
  const records = await recordsOf(tx, tenantId, links.values());
  const siblings = await linkedPatients(tx, tenantId, links.values());
  const mails = await lastMails(tx, tenantId, [...new Set([...patientIds, ...[...siblings.values()].flat()])]);
  return new Map(
    patientIds.map((id) => {
      const recordId = links.get(id);
      const record = records.get(recordId ?? '');
      const all = [id, ...(recordId === undefined ? [] : (siblings.get(recordId) ?? []))].flatMap(
        (one) => mails.get(one) ?? [],
      );
      const written = entered(record, 'email') ?? all[0]?.address ?? null;
      const email = written !== null && isEmailAddress(written) ? written : null;
      const unusableEmail = email === null ? written : null;
      const mail = all.find(({ address }) => address?.toLowerCase() === email?.toLowerCase());
      const emailState = emailStates.find((state) => state === mail?.state) ?? 'unknown';
      const phone = entered(record, 'phone');
      return [id, { phone, email, unusableEmail, emailState, linked: recordId !== undefined }];
    }),
  );
}
