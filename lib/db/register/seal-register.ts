import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { lockUntilCommit, tryLockUntilCommit } from '#lib/db/base/lock-until-commit';
import { prisma } from '#lib/db/base/prisma';
import { emptyRegister, type RegisterHead, registerHash } from './register-chain.ts';
import { type EntryNow, entriesNamed, entriesOf } from './register-entries.ts';
import { registerItems } from './register-items.ts';

const batchSize = 500;

export type SealedItem = { readonly tenantId: string; readonly stockItemId: string; readonly head: RegisterHead };

/**
 * Seals new entries into the chains, in the order of arrival; a stock item that came under control is taken in with all its entries. One
 * worker at a time does it for a tenant. Returns the chains that grew, with their new heads (worth keeping outside the database).
 */
export async function sealRegister(): Promise<readonly SealedItem[]> {
  const tenants = await prisma('any').tenant.findMany({ select: { tenantId: true }, orderBy: { tenantId: 'asc' } });
  const grown: SealedItem[] = [];
  for (const { tenantId } of tenants) {
    for (;;) {
      const done = await inTenant({ tenantId }, (tx) => sealTenant(tx, tenantId));
      grown.push(...done.grown);
      if (!done.more) break;
    }
  }
  return grown;
}

async function sealTenant(tx: Tx, tenantId: string): Promise<{ grown: readonly SealedItem[]; more: boolean }> {
  if (!(await tryLockUntilCommit(tx, `register ${tenantId}`))) return { grown: [], more: false };
  const taken = await takeIn(tx, tenantId);
  const waiting = await tx.registerUnsealed.findMany({ where: { tenantId }, orderBy: { id: 'asc' }, take: batchSize });
  const order = new Map(waiting.map(({ entryId }, index) => [entryId, index] as const));
  const named = await entriesNamed(tx, tenantId, [...order.keys()]);
  const sorted = named.toSorted((a, b) => (order.get(a.entryId) ?? 0) - (order.get(b.entryId) ?? 0));
  const grown = await seal(tx, tenantId, [...taken, ...sorted]);
  await tx.registerUnsealed.deleteMany({ where: { tenantId, id: { in: waiting.map(({ id }) => id) } } });
  return { grown, more: waiting.length === batchSize };
}

/** Entries of controlled stock items that have no chain yet. Concurrent writers to such an item are waited for, or the entry would be missed. */
async function takeIn(tx: Tx, tenantId: string): Promise<readonly EntryNow[]> {
  const items = ['', ...(await registerItems(tx, tenantId, {})).map(({ id }) => id)];
  const chained = await tx.$queryRaw<{ id: string }[]>`
    select i.id from unnest(${items}::text[]) as i(id)
    where exists (select from "RegisterSeal" s where s."tenantId" = ${tenantId} and s."stockItemId" = i.id)`;
  const known = new Set(chained.map(({ id }) => id));
  const all: EntryNow[] = [];
  for (const id of items.filter((one) => !known.has(one))) {
    await lockUntilCommit(tx, `${tenantId} stockItem ${id}`);
    all.push(...(await entriesOf(tx, tenantId, id)));
  }
  return all;
}

async function seal(tx: Tx, tenantId: string, entries: readonly EntryNow[]): Promise<readonly SealedItem[]> {
  if (entries.length === 0) return [];
  const ids = entries.map(({ entryId }) => entryId);
  const sealed = await tx.$queryRaw<{ entryId: string; stockItemId: string; content: string }[]>`
    select distinct on ("entryId", "stockItemId") "entryId", "stockItemId", content from "RegisterSeal"
    where "tenantId" = ${tenantId} and "entryId" = any(${ids}::text[]) order by "entryId", "stockItemId", place desc`;
  const before = new Map(sealed.map((one) => [JSON.stringify([one.stockItemId, one.entryId]), one.content]));
  const heads = new Map<string, RegisterHead>();
  const links: {
    tenantId: string;
    stockItemId: string;
    place: number;
    entryId: string;
    content: string;
    hash: string;
  }[] = [];
  for (const { entryId, stockItemId, content } of entries) {
    const name = JSON.stringify([stockItemId, entryId]);
    if (before.get(name) === content) continue;
    const head = heads.get(stockItemId) ?? (await headOf(tx, tenantId, stockItemId));
    const hash = registerHash(tenantId, stockItemId, head, entryId, content);
    const place = head.place + 1;
    links.push({ tenantId, stockItemId, place, entryId, content, hash });
    heads.set(stockItemId, { place, hash });
    before.set(name, content);
  }
  if (links.length > 0) await tx.registerSeal.createMany({ data: links });
  return [...heads].map(([stockItemId, head]) => ({ tenantId, stockItemId, head }));
}

async function headOf(tx: Tx, tenantId: string, stockItemId: string): Promise<RegisterHead> {
  const last = await tx.registerSeal.findFirst({
    where: { tenantId, stockItemId },
    orderBy: { place: 'desc' },
    select: { place: true, hash: true },
  });
  return last ?? emptyRegister;
}
