import type { Tx } from '#lib/db/base/in-tenant';
import { directoryEntryOf } from '#lib/db/directories/directory';
import { productNamesOf } from '#lib/db/directories/product-directory';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { type Row, text } from '#lib/domain/ledger/fold';
import { senderCode } from '#lib/domain/ledger/sender-code';

/** The content permitted in an email about a prescription, and the tenant's settings for it. Instants ISO 8601 UTC. */
export type MailFacts = {
  readonly prescriptionId: string;
  readonly code: string | null;
  readonly prescriber: string | null;
  readonly prescriberId: string;
  readonly issuedAt: string | null;
  /** Empty unless the tenant allows drug names in emails. */
  readonly medicines: readonly string[];
  readonly clinic: string;
  /** The name in the From field. */
  readonly fromName: string;
  readonly timeZone: string;
  /** The patient's by the directory, else the tenant's. */
  readonly locale: 'en' | 'es';
  readonly by: 'smtp' | 'webhook';
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  /** For an email to a person of the clinic: their name. */
  readonly person?: string;
};

/** The content permitted in an email to a person of the clinic. Null when there is no such account. */
export async function personMailFacts(tx: Tx, tenantId: string, userId: string): Promise<MailFacts | null> {
  const [found] = await tx.$queryRaw<Pick<Found, 'clinic' | 'fromName' | 'timeZone' | 'locale' | 'prescriber'>[]>`
    select u.name as prescriber, t.name as clinic, coalesce(t."mailFromName", t.name) as "fromName", t."timeZone", coalesce(u.locale, t.locale) as locale
    from "User" u join "Tenant" t on t."tenantId" = u."tenantId" where u."tenantId" = ${tenantId} and u.id = ${userId}`;
  if (!found) return null;
  const { prescriber, locale, ...same } = found;
  return {
    ...same,
    locale: locale.startsWith('es') ? 'es' : 'en',
    ...{ prescriptionId: '', code: null, prescriber: null, prescriberId: '', issuedAt: null, medicines: [] },
    ...{ by: 'smtp', webhookUrl: null, webhookSecret: null, person: prescriber ?? '' },
  };
}

/** The source's own name, else the directory's for its code: Osigu and Photon name no medicine. */
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

/** The content permitted in a letter to a patient without a known prescription. Null when there is no such tenant. */
export async function patientMailFacts(tx: Tx, tenantId: string, patientId: string): Promise<MailFacts | null> {
  const [found] = await tx.$queryRaw<Pick<Found, 'clinic' | 'fromName' | 'timeZone' | 'locale'>[]>`
    select t.name as clinic, coalesce(t."mailFromName", t.name) as "fromName", t."timeZone", t.locale from "Tenant" t where t."tenantId" = ${tenantId}`;
  if (!found) return null;
  const patient = await directoryEntryOf(tx, tenantId, patientId);
  return {
    ...found,
    locale: (patient?.language ?? found.locale).startsWith('es') ? 'es' : 'en',
    ...{ prescriptionId: '', code: null, prescriber: null, prescriberId: '', issuedAt: null, medicines: [] },
    ...{ by: 'smtp', webhookUrl: null, webhookSecret: null },
  };
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
  const language = patient?.language ?? locale;
  return {
    ...same,
    prescriptionId: id,
    issuedAt: issuedAt?.toISOString() ?? null,
    locale: language.startsWith('es') ? 'es' : 'en',
    medicines: await namesOfItems(tx, tenantId, id, items),
  };
}
