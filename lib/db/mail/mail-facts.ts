import type { Tx } from '#lib/db/base/in-tenant';
import { directoryEntryOf } from '#lib/db/directories/directory';
import { productNamesOf } from '#lib/db/directories/product-directory';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { readLocale } from '#lib/domain/base/locale';
import { type Row, text } from '#lib/domain/ledger/fold';
import { senderCode } from '#lib/domain/ledger/sender-code';
import type { MailSender } from './mail-sender.ts';

/** The facts for an email about a prescription, and the way the tenant wants it sent; in the patient's language by the directory, else in the tenant's. Instants ISO 8601 UTC. */
export type MailFacts = MailSender & {
  readonly prescriptionId: string;
  readonly code: string | null;
  readonly prescriber: string | null;
  readonly prescriberId: string;
  readonly issuedAt: string | null;
  /** Empty unless the tenant allows drug names in emails. */
  readonly medicines: readonly string[];
  readonly timeZone: string;
  readonly by: 'smtp' | 'webhook';
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
};

/** The sender's own name of the medicine, else the directory's for its code: Osigu and Photon name no medicine. */
async function namesOfItems(
  tx: Tx,
  tenantId: string,
  prescriptionId: string,
  items: ReadonlyMap<string, Row>,
): Promise<readonly string[]> {
  const sorted = [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  const codeOf = (item: Row) => senderCode(prescriptionId, item);
  const nameOf = await productNamesOf(
    tx,
    tenantId,
    sorted.flatMap((item) => (text(item, 'display') === null ? (codeOf(item) ?? []) : [])),
  );
  return sorted.flatMap((item) => text(item, 'display') ?? nameOf(codeOf(item) ?? '') ?? []);
}

type Found = {
  readonly id: string;
  readonly patientId: string | null;
  readonly code: string | null;
  readonly prescriberId: string;
  readonly issuedAt: Date | null;
  readonly prescriber: string | null;
  readonly clinic: string;
  readonly fromName: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly drugNamesInMail: boolean;
  readonly by: 'smtp' | 'webhook';
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
};

/** Null when there is no such prescription. */
export async function mailFacts(tx: Tx, tenantId: string, prescriptionId: string): Promise<MailFacts | null> {
  const [found] = await tx.$queryRaw<Found[]>`
    select p.id, p."patientId", p.code, p."prescriberId", p."issuedAt", t.name as clinic, coalesce(t."mailFromName", t.name) as "fromName", t."timeZone", t.locale, t."drugNamesInMail",
      t."resendBy" as by, t."resendWebhookUrl" as "webhookUrl", t."resendWebhookSecret" as "webhookSecret",
      (select min(u.name) from "PrescriberLink" l join "User" u on u."tenantId" = l."tenantId" and u.id = l."userId"
        where l."tenantId" = p."tenantId" and l."prescriberId" = p."prescriberId") as prescriber
    from "Prescription" p join "Tenant" t on t."tenantId" = p."tenantId" where p."tenantId" = ${tenantId} and p.id = ${prescriptionId}`;
  if (!found) return null;
  const { id, issuedAt, patientId, drugNamesInMail, locale, ...same } = found;
  const items = new Map<string, Row>();
  if (drugNamesInMail) await loadRows(tx, tenantId, 'prescriptionItem', 'prescriptionId', [id], items);
  const patient = patientId === null ? null : await directoryEntryOf(tx, tenantId, patientId);
  return {
    ...same,
    prescriptionId: id,
    issuedAt: issuedAt?.toISOString() ?? null,
    locale: readLocale(patient?.language ?? locale),
    medicines: await namesOfItems(tx, tenantId, id, items),
  };
}
