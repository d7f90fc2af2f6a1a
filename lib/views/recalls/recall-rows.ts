import type { RecallRow } from '#lib/contract/recalls/recall';
import { userNames } from '#lib/db/access/user-names';
import type { Tx } from '#lib/db/base/in-tenant';
import { type FoundRecall, type FoundRecallLot, type FoundStock, lotsOfRecalls } from '#lib/db/recalls/find-recalls';
import { type CountedRecall, countRecalls } from '#lib/db/recalls/recall-counts';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import { type Row, text } from '#lib/domain/ledger/fold';
import { toContact } from '#lib/domain/recalls/checks';
import { accountNames } from '#lib/views/ledger/account-names';

/** The prescribers whose people a reader sees: null is everybody's. */
export const reachOfReader = ({ scope }: Account): readonly string[] | null =>
  extentOf(scope, 'recalls.read') === 'own' ? scope.prescriberIds : null;

export type ReadRecall = {
  readonly row: RecallRow;
  readonly registers: Row;
  readonly stock: readonly FoundStock[];
  readonly mine: number;
  /** The people who were not settled when it was closed. */
  readonly joined: number;
};

type Naming = (userId: string | null) => string | null;

/** Names of the tenant's own people. */
export async function userNaming(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Naming> {
  const names = await userNames(tx, tenantId, ids);
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

function shown(
  { id, registers }: FoundRecall,
  lots: readonly FoundRecallLot[],
  { counts, late, reopened }: CountedRecall,
  nameOf: Naming,
): RecallRow {
  const owner = text(registers, 'owner');
  const openedBy = text(registers, 'openedBy');
  const value = (field: string) => text(registers, field);
  return {
    ...{ id, counts, late, toContact: toContact(counts), state: counts.closed ? 'closed' : 'open', reopened },
    lots: lots.map(({ stockItemId, lotNumber, product }) => ({ stockItemId, lot: lotNumber, product })),
    ...{ recallClass: value('recallClass'), depth: value('depth'), reason: value('reason') },
    recalledAt: value('recalledAt') ?? '',
    openedBy: nameOf(openedBy ?? value('triggeredBy')),
    byHand: openedBy !== null,
    owner: owner === null ? null : { id: owner, name: nameOf(owner) },
  };
}

/** Cases with all rows that their numbers are counted from. */
export async function readRecalls(
  tx: Tx,
  account: Account,
  found: readonly FoundRecall[],
): Promise<readonly ReadRecall[]> {
  if (found.length === 0) return [];
  const { tenantId, userId } = account.scope;
  const recallIds = found.map(({ id }) => id);
  const lots = Map.groupBy(await lotsOfRecalls(tx, tenantId, recallIds), ({ recallId }) => recallId);
  const countedOf = await countRecalls(tx, { tenantId, userId, prescriberIds: reachOfReader(account) }, found);
  const users = found.flatMap(({ registers }) =>
    ['owner', 'openedBy', 'triggeredBy'].flatMap((field) => text(registers, field) ?? []),
  );
  const nameOf = await accountNames(tx, tenantId, users);
  return found.map((one) => {
    const counted = countedOf(one.id);
    const row = shown(one, lots.get(one.id) ?? [], counted, nameOf);
    return { row, registers: one.registers, stock: counted.stock, mine: counted.mine, joined: counted.joined };
  });
}
