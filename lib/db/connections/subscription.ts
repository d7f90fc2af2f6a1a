import type { Tx } from '#lib/db/base/in-tenant';
import { openSecret } from '#lib/db/base/secret-box';
import { foreignText } from '#lib/domain/base/foreign-text';
import type { SubscriptionState } from '#lib/domain/connections/downstream';

export type FoundSubscription = {
  readonly id: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly url: string;
  readonly secret: string;
  readonly secretAt: Date;
  readonly previousSecret: string | null;
  readonly previousUntil: Date | null;
  readonly state: SubscriptionState;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdByName: string | null;
  readonly lastSuccessAt: Date | null;
  readonly failingSince: Date | null;
  readonly lastReply: string | null;
};

const columns = `s.id, s.name, s.types, s.url, s.secret, s."secretAt", s.state, s.version, s."createdAt", s."lastSuccessAt", s."failingSince", s."lastReply",
  case when s."previousUntil" > now() then s."previousSecret" end as "previousSecret", case when s."previousUntil" > now() then s."previousUntil" end as "previousUntil",
  (select u.name from "User" u where u."tenantId" = s."tenantId" and u.id = s."createdBy") as "createdByName"`;

export function findSubscriptions(tx: Tx, tenantId: string): Promise<FoundSubscription[]> {
  return tx.$queryRawUnsafe<FoundSubscription[]>(
    `select ${columns} from "Subscription" s where s."tenantId" = $1 order by s."createdAt", s.id`,
    tenantId,
  );
}

/** One subscription; `lock`: for a change of it. */
export async function findSubscription(
  tx: Tx,
  tenantId: string,
  id: string,
  lock: 'read' | 'lock',
): Promise<FoundSubscription | null> {
  const [row] = await tx.$queryRawUnsafe<FoundSubscription[]>(
    `select ${columns} from "Subscription" s where s."tenantId" = $1 and s.id = $2 ${lock === 'lock' ? 'for update' : ''}`,
    tenantId,
    id,
  );
  return row ?? null;
}

/** The secrets to sign with, the present one first. @throws SecretUnreadable */
export function secretsOf(tenantId: string, found: FoundSubscription): readonly [string, ...string[]] {
  const owner = { tenantId, sourceId: found.id };
  const { secret, previousSecret } = found;
  return [openSecret(secret, owner), ...(previousSecret === null ? [] : [openSecret(previousSecret, owner)])];
}

/** The receiver's health, by the last try; the first failure since a success begins `failingSince`. */
export async function recordHealth(tx: Tx, tenantId: string, id: string, works: boolean, reply: string): Promise<void> {
  await tx.$executeRaw`
    update "Subscription" set "lastReply" = ${foreignText(reply, 500)},
      "lastSuccessAt" = case when ${works} then clock_timestamp() else "lastSuccessAt" end,
      "failingSince" = case when ${works} then null else coalesce("failingSince", clock_timestamp()) end
    where "tenantId" = ${tenantId} and id = ${id}`;
}

export type DeliveryCounts = {
  readonly subscriptionId: string;
  readonly state: string;
  readonly count: number;
};

/** The limit of a count; the rest is "and more". */
export const mostCounted = 1_000;

/** The undelivered messages, by subscription and state: each counted to a thousand at most, whatever the history. */
export function undelivered(tx: Tx, tenantId: string, ids: readonly string[]): Promise<DeliveryCounts[]> {
  return tx.$queryRaw<DeliveryCounts[]>`
    select s.id as "subscriptionId", w.state, n.count from unnest(${[...ids]}::text[]) as s(id)
    cross join unnest(array['queued', 'sending', 'failed', 'held']) as w(state)
    cross join lateral (select count(*)::int as count from (select 1 from "OutboxMessage" m where m."tenantId" = ${tenantId} and m."subscriptionId" = s.id
      and m.state = w.state limit ${mostCounted}) c) n where n.count > 0`;
}

export type FoundDelivery = {
  readonly id: string;
  readonly subscriptionId: string;
  readonly state: string;
  readonly attempts: number;
  readonly type: string;
  readonly eventSeq: bigint | null;
  readonly prescriptionId: string | null;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  readonly settledAt: Date | null;
  readonly nextAttemptAt: Date;
  readonly reply: string | null;
  readonly tries: readonly { readonly at: string; readonly outcome: string; readonly reply: string }[];
  readonly body: object;
};

type Asked = {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly state: string | null;
  readonly before: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
};

/** A page of one subscription's deliveries, newest first. */
export function findDeliveries(tx: Tx, { tenantId, subscriptionId, state, before, limit }: Asked) {
  return tx.$queryRaw<FoundDelivery[]>`
    select id, "subscriptionId", state, attempts, content->'body'->>'type' as type, "eventSeq", "prescriptionId", "createdAt" as "queuedAt", "sentAt",
      "settledAt", "nextAttemptAt", reply, tries, content->'body' as body
    from "OutboxMessage" where "tenantId" = ${tenantId} and "subscriptionId" = ${subscriptionId}
      and (${state}::text is null or state = ${state})
      and (${before?.at ?? null}::timestamptz is null or ("createdAt", id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::text))
    order by "createdAt" desc, id desc limit ${limit}`;
}
