import { prisma } from '#lib/db/base/prisma';
import { openSecret } from '#lib/db/base/secret-box';
import { acceptedIds } from '#lib/db/prescriptions/accepted-ids';
import { type WireFormatName, wireFormatNames } from '#lib/domain/base/system';

/** A configured source of one tenant, as ingest needs it. `secrets` are the valid ones in clear: never logged, never part of an answer. */
export type SourceRecord = {
  readonly tenantId: string;
  readonly sourceId: string;
  readonly key: string;
  readonly format: WireFormatName;
  readonly environment: string | null;
  readonly ratePerSecond: number | null;
  readonly disabled: boolean;
  readonly paused: boolean;
  /** The ids by which senders name this tenant. */
  readonly wireIds: readonly string[];
  readonly secrets: readonly LiveSecret[];
};

/** `until` (unix ms): when it stops being one; null for the newest. */
export type LiveSecret = { readonly secret: string; readonly until: number | null };

type Found = Pick<SourceRecord, 'environment' | 'ratePerSecond' | 'disabled' | 'paused' | 'wireIds'> & {
  readonly format: string;
};

const statement = `
select s.format, s.environment, s."ratePerSecond", s."disabledAt" is not null as disabled, s."pausedAt" is not null as paused, ${acceptedIds}
from "Source" s join "Tenant" t on t."tenantId" = $1 where s."tenantId" = $1 and s.id = $2`;

/** Finds a source by the key in its URL, or null. Throws when the database is away or a secret cannot be read: our side must fix it, never the sender. */
export async function findSource(key: string, now: Date): Promise<SourceRecord | null> {
  const db = prisma('ingest');
  const pointer = await db.sourceDirectory.findUnique({ where: { key } });
  if (!pointer) return null;
  const { tenantId, sourceId } = pointer;
  const [[source], secrets] = await Promise.all([
    db.$queryRawUnsafe<Found[]>(statement, tenantId, sourceId),
    db.sourceSecret.findMany({ where: { tenantId, sourceId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] } }),
  ]);
  const format = wireFormatNames.find((name) => name === source?.format);
  if (!source || !format) return null;
  return {
    tenantId,
    sourceId,
    key,
    format,
    environment: source.environment,
    ratePerSecond: source.ratePerSecond,
    disabled: source.disabled,
    paused: source.paused,
    wireIds: source.wireIds,
    secrets: secrets.map(({ sealed, expiresAt }) => ({
      secret: openSecret(sealed, { tenantId, sourceId }),
      until: expiresAt?.getTime() ?? null,
    })),
  };
}

export type Refusals = {
  readonly tenantId: string;
  readonly sourceId: string;
  readonly fault: string;
  readonly count: number;
};

/** Adds counts of refused requests to the present hour. */
export async function countRefusals(refusals: readonly Refusals[]): Promise<void> {
  const column = <V>(of: (row: Refusals) => V) => refusals.map(of);
  await prisma('any').$executeRawUnsafe(
    `insert into "SourceRefusal" ("tenantId", "sourceId", hour, fault, count)
     select "tenantId", "sourceId", date_trunc('hour', now()), fault, count
     from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as r("tenantId", "sourceId", fault, count)
     on conflict ("tenantId", "sourceId", hour, fault) do update set count = "SourceRefusal".count + excluded.count, "lastAt" = excluded."lastAt"`,
    column((r) => r.tenantId),
    column((r) => r.sourceId),
    column((r) => r.fault),
    column((r) => r.count),
  );
}
