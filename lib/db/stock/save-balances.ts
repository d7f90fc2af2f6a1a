import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { negate } from '#lib/domain/base/decimal';
import type { Row } from '#lib/domain/ledger/fold';
import { type BalanceKey, balanceKeyOf, contributionOf, demandOf, stepsBetween } from '#lib/domain/stock/stock-balance';

/** Movements and counts before and after: only those that changed. */
export type StockChange = {
  readonly before: ReadonlyMap<string, Row>;
  readonly movements: ReadonlyMap<string, Row>;
  readonly counts: ReadonlyMap<string, Row>;
};

const keyColumns = `"stockItemId", "lotNumber", bucket, unit`;
const keys = `unnest($2::text[], $3::text[], $4::text[], $5::text[])`;

function keyArrays(all: readonly BalanceKey[]): readonly string[][] {
  return [
    all.map(({ stockItemId }) => stockItemId),
    all.map(({ lotNumber }) => lotNumber),
    all.map(({ bucket }) => bucket),
    all.map(({ unit }) => unit),
  ];
}

const nameOf = (key: BalanceKey) => JSON.stringify([key.stockItemId, key.lotNumber, key.bucket, key.unit]);

/** When each of the balances was last counted, in milliseconds. */
async function baselines(
  { tx, tenantId, from }: ProjectionStore,
  all: readonly BalanceKey[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRawUnsafe<(BalanceKey & { countedAt: Date })[]>(
    `select ${keyColumns}, "countedAt" from ${from('StockBalance')} b where "tenantId" = $1 and "countedAt" is not null
       and (${keyColumns}) in (select * from ${keys})`,
    tenantId,
    ...keyArrays(all),
  );
  return new Map(rows.map((row) => [nameOf(row), row.countedAt.getTime()]));
}

/** A balance that was counted may be counted no more: then all movements add up. */
const forget = ({ into }: ProjectionStore) =>
  `delete from ${into('StockBalance')} where "tenantId" = $1 and (${keyColumns}) in (select * from ${keys})`;
const addUp = ({ from, into }: ProjectionStore) => `
with named as (select distinct * from ${keys} as k(${keyColumns}))
insert into ${into('StockBalance')} ("tenantId", ${keyColumns}, quantity)
select $1, k."stockItemId", k."lotNumber", k.bucket, k.unit, sum(m.quantity)
from named k join ${from('StockMovement')} m on m."tenantId" = $1 and m."stockItemId" = k."stockItemId"
  and coalesce(m."lotNumber", '') = k."lotNumber" and coalesce(m.bucket, 'usable') = k.bucket and m.unit = k.unit and m."movedAt" is not null
where not exists (select from ${into('StockBalance')} b where b."tenantId" = $1 and b."stockItemId" = k."stockItemId"
  and b."lotNumber" = k."lotNumber" and b.bucket = k.bucket and b.unit = k.unit)
group by 2, 3, 4, 5 having sum(m.quantity) <> 0`;

/** A balance that was counted starts at its latest count; later movements are added. Only this reads movements a second time, and only that lot's. */
const countAgain = ({ from, into }: ProjectionStore) => `
with named as (select distinct * from ${keys} as k(${keyColumns})),
counted as (
  select k.*, c.quantity as start, c."countedAt" from named k cross join lateral (
    select c.quantity, c."countedAt" from ${from('StockCount')} c
    where c."tenantId" = $1 and c."stockItemId" = k."stockItemId" and coalesce(c."lotNumber", '') = k."lotNumber" and c.bucket = k.bucket
      and c.unit = k.unit and c.quantity is not null and c."countedAt" is not null
    order by c."countedAt" desc, c.id desc limit 1) c
)
insert into ${into('StockBalance')} ("tenantId", ${keyColumns}, quantity, "countedAt")
select $1, k."stockItemId", k."lotNumber", k.bucket, k.unit, k.start + coalesce((
    select sum(m.quantity) from ${from('StockMovement')} m
    where m."tenantId" = $1 and m."stockItemId" = k."stockItemId" and coalesce(m."lotNumber", '') = k."lotNumber" and m.bucket = k.bucket
      and m.unit = k.unit and m."movedAt" > k."countedAt"), 0), k."countedAt"
from counted k
on conflict ("tenantId", ${keyColumns}) do update set quantity = excluded.quantity, "countedAt" = excluded."countedAt"`;

async function addToBalances(ground: ProjectionStore, change: StockChange): Promise<void> {
  const { tx, tenantId, into, take } = ground;
  const parts = [...change.movements].flatMap(([id, row]) => {
    const was = contributionOf(change.before.get(id));
    const is = contributionOf(row);
    return [...(was ? [{ ...was, quantity: negate(was.quantity) }] : []), ...(is ? [is] : [])];
  });
  if (parts.length === 0) return;
  const countedAt = await baselines(
    ground,
    parts.map(({ key }) => key),
  );
  const counting = parts.filter(
    ({ key, at }) => Date.parse(at) > (countedAt.get(nameOf(key)) ?? Number.NEGATIVE_INFINITY),
  );
  const sums = stepsBetween(counting);
  if (sums.length === 0) return;
  const arrays = keyArrays(sums.map(({ key }) => key));
  const table = into('StockBalance');
  await take('StockBalance', arrays);
  await tx.$executeRawUnsafe(
    `insert into ${table} as kept ("tenantId", ${keyColumns}, quantity)
     select $1, d.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]::numeric[]) as d
     on conflict ("tenantId", ${keyColumns}) do update set quantity = kept.quantity + excluded.quantity`,
    tenantId,
    ...arrays,
    sums.map(({ quantity }) => quantity),
  );
  await tx.$executeRawUnsafe(
    `delete from ${table} where "tenantId" = $1 and quantity = 0 and "countedAt" is null and (${keyColumns}) in (select * from ${keys})`,
    tenantId,
    ...arrays,
  );
}

async function addToDemand({ tx, tenantId, into, take }: ProjectionStore, change: StockChange): Promise<void> {
  const parts = [...change.movements].flatMap(([id, row]) => {
    const addDemand = (one: ReturnType<typeof demandOf>, sign: (quantity: string) => string) => {
      if (one === null) return [];
      const { quantity, ...key } = one;
      return [{ key, quantity: sign(quantity) }];
    };
    return [...addDemand(demandOf(change.before.get(id)), negate), ...addDemand(demandOf(row), (quantity) => quantity)];
  });
  const sums = stepsBetween(parts);
  if (sums.length === 0) return;
  const arrays = [
    sums.map(({ key }) => key.stockItemId),
    sums.map(({ key }) => key.day),
    sums.map(({ key }) => key.unit),
  ];
  const table = into('StockDemand');
  await take('StockDemand', arrays);
  await tx.$executeRawUnsafe(
    `insert into ${table} as kept ("tenantId", "stockItemId", day, unit, quantity)
     select $1, d.* from unnest($2::text[], $3::text[]::date[], $4::text[], $5::text[]::numeric[]) as d
     on conflict ("tenantId", "stockItemId", day, unit) do update set quantity = kept.quantity + excluded.quantity`,
    tenantId,
    ...arrays,
    sums.map(({ quantity }) => quantity),
  );
  await tx.$executeRawUnsafe(
    `delete from ${table} where "tenantId" = $1 and quantity = 0
       and ("stockItemId", day, unit) in (select * from unnest($2::text[], $3::text[]::date[], $4::text[]))`,
    tenantId,
    ...arrays,
  );
}

/**
 * Applies changes to the running totals: each movement's difference, then the counted values. Commutative, so that order and duplicates
 * make no difference; the stock items concerned are locked by the caller.
 */
export async function saveBalances(ground: ProjectionStore, change: StockChange): Promise<void> {
  await addToBalances(ground, change);
  await addToDemand(ground, change);
  const counted = [...change.counts].flatMap(([id, row]) =>
    [change.before.get(id), row].flatMap((one) => (one ? (balanceKeyOf(one) ?? []) : [])),
  );
  if (counted.length === 0) return;
  await ground.take('StockBalance', keyArrays(counted));
  for (const statement of [forget(ground), countAgain(ground), addUp(ground)])
    await ground.tx.$executeRawUnsafe(statement, ground.tenantId, ...keyArrays(counted));
}
