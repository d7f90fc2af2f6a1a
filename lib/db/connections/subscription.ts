import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { deliveriesList } from '#lib/contract/connections/deliveries-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
import { openSecret } from '#lib/db/base/secret-box';
import { Prisma } from '#lib/db/generated/client';
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

type DeliveryFilter = FilterOf<typeof deliveriesList>;

type DeliveryQuery = {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly filter: DeliveryFilter;
  readonly sort: OrderOf<typeof deliveriesList>;
  /** The time and the id of the delivery that the page goes on after. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

const byField: Conditions<DeliveryFilter, null> = { state: (state) => Prisma.sql`m.state = ${state}` };

const byTime = [
  { column: Prisma.sql`m."createdAt"`, type: 'timestamptz' },
  { column: Prisma.sql`m.id`, type: 'text' },
] as const;

/** A page of one subscription's deliveries by the time they were queued. */
export function findDeliveries(
  tx: Tx,
  { tenantId, subscriptionId, filter, sort, after, limit }: DeliveryQuery,
): Promise<FoundDelivery[]> {
  const page = rowKeyset(byTime, sort === '-queued', after);
  const where = allOf([page.after, ...conditionsOf(filter, byField, null)]);
  return tx.$queryRaw<FoundDelivery[]>`
    select m.id, m."subscriptionId", m.state, m.attempts, m.content->'body'->>'type' as type, m."eventSeq", m."prescriptionId",
      m."createdAt" as "queuedAt", m."sentAt", m."settledAt", m."nextAttemptAt", m.reply, m.tries, m.content->'body' as body
    from "OutboxMessage" m where m."tenantId" = ${tenantId} and m."subscriptionId" = ${subscriptionId} and ${where}
    order by ${page.order} limit ${limit}`;
}
