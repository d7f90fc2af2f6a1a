import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { emptyRegister, followRegister, type RegisterHead } from './register-chain.ts';
import { entriesOf } from './register-entries.ts';
import { registerItems } from './register-items.ts';

/**
 * `missing`, `changed`: the chain itself is broken there. `removed`, `altered`, `inserted`: it is intact, and the register differs from it.
 * `cut`: it is intact, and does not lead through a head that was kept elsewhere: its end was cut off or written anew.
 */
export type RegisterFault = {
  readonly kind: 'missing' | 'changed' | 'removed' | 'altered' | 'inserted' | 'cut';
  readonly place: number | null;
  readonly entryId: string | null;
};

export type RegisterCheck = {
  readonly stockItemId: string;
  readonly substance: string;
  readonly links: number;
  readonly head: RegisterHead;
  readonly faults: readonly RegisterFault[];
  /** Entries that the worker has not sealed yet. */
  readonly unsealed: number;
};

/**
 * Follows every chain of a tenant and compares the sealed entries with the present register. `heads`: by stock item, the beginning of a
 * hash that was written down earlier (the worker logs each).
 */
export function checkRegister(
  tenantId: string,
  heads: ReadonlyMap<string, string> = new Map(),
): Promise<readonly RegisterCheck[]> {
  return inTenant({ tenantId }, async (tx) => {
    const items = new Map((await registerItems(tx, tenantId, {})).map(({ id, substance }) => [id, substance]));
    const chains = await tx.registerSeal.groupBy({ by: ['stockItemId'], where: { tenantId } });
    const ids = [
      ...new Set(['', ...heads.keys(), ...items.keys(), ...chains.map(({ stockItemId }) => stockItemId)]),
    ].sort();
    const waiting = await tx.registerUnsealed.findMany({ where: { tenantId }, select: { entryId: true } });
    const unsealed = new Set(waiting.map(({ entryId }) => entryId));
    const now = new Map<string, ReadonlyMap<string, string>>();
    for (const id of ids) {
      const entries = await entriesOf(tx, tenantId, id);
      now.set(id, new Map(entries.map(({ entryId, content }) => [entryId, content])));
    }
    const checks: RegisterCheck[] = [];
    for (const id of ids)
      checks.push(await checkItem(tx, tenantId, [id, items.get(id) ?? id, heads.get(id)], now, unsealed));
    return checks;
  });
}

async function checkItem(
  tx: Tx,
  tenantId: string,
  [stockItemId, substance, known]: readonly [string, string, string | undefined],
  everything: ReadonlyMap<string, ReadonlyMap<string, string>>,
  unsealed: ReadonlySet<string>,
): Promise<RegisterCheck> {
  const links = await tx.registerSeal.findMany({ where: { tenantId, stockItemId }, orderBy: { place: 'asc' } });
  const followed = followRegister(tenantId, stockItemId, emptyRegister, links);
  const broken = 'kind' in followed ? [{ kind: followed.kind, place: followed.place, entryId: null }] : [];
  const cut = known !== undefined && !links.some(({ hash }) => hash.startsWith(known));
  const sealed = new Map(links.map(({ entryId, content, place }) => [entryId, { content, place }]));
  const now = everything.get(stockItemId) ?? new Map<string, string>();
  // A dispense whose stock item became known later is in that one's chain from then on.
  const elsewhere = (entryId: string) => [...everything.values()].some((entries) => entries.has(entryId));
  const against = [...sealed].flatMap(([entryId, { content, place }]): RegisterFault[] => {
    const is = now.get(entryId);
    if (is === content || unsealed.has(entryId)) return [];
    if (is === undefined && elsewhere(entryId)) return [];
    return [{ kind: is === undefined ? 'removed' : 'altered', place, entryId }];
  });
  // An item without a chain is one that the worker has not reached yet.
  const loose = [...now.keys()].filter((entryId) => !sealed.has(entryId));
  const inserted = links.length === 0 ? [] : loose.filter((entryId) => !unsealed.has(entryId));
  return {
    ...{ stockItemId, substance, links: links.length },
    head: 'kind' in followed ? emptyRegister : followed,
    faults: [
      ...broken,
      ...(cut ? [{ kind: 'cut' as const, place: null, entryId: null }] : []),
      ...against,
      ...inserted.map((entryId) => ({ kind: 'inserted' as const, place: null, entryId })),
    ],
    unsealed: loose.length - inserted.length,
  };
}
