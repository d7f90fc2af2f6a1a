import type { Tx } from '#lib/db/base/in-tenant';
import { text } from '#lib/domain/ledger/fold';
import type { RecallCounts } from '#lib/domain/recalls/checks';
import { type FoundRecall, type FoundStock, returnsOfRecalls, stockOfRecalls } from './find-recalls.ts';
import { countPeople } from './recall-people.ts';
import { reopenedRecalls } from './reopened-recalls.ts';

export type CountedRecall = {
  readonly counts: RecallCounts;
  /** It was closed, and a late event opened it again. */
  readonly reopened: boolean;
  /** The people who were not settled when it was closed. */
  readonly joined: number;
  readonly late: number;
  readonly mine: number;
  readonly stock: readonly FoundStock[];
};

type Reader = {
  readonly tenantId: string;
  readonly userId: string;
  /** Null: everybody's; a list: these prescribers' only. */
  readonly prescriberIds: readonly string[] | null;
};

/** The lot's recorded stock is known and empty, or a person counted it since the recall. */
export function isAccounted({ amounts, known, countedAt, recalledAt }: FoundStock): boolean {
  return (known && amounts.length === 0) || (countedAt !== null && countedAt > recalledAt);
}

const nobody = { people: 0, contacted: 0, givenUp: 0, broughtBack: 0, late: 0, mine: 0, joined: 0 } as const;

/** The figures that the steps and checks of some cases are computed from, as of this moment. */
export async function countRecalls(
  tx: Tx,
  { tenantId, userId, prescriberIds }: Reader,
  found: readonly FoundRecall[],
): Promise<(id: string) => CountedRecall> {
  const recallIds = found.map(({ id }) => id);
  const stock = await stockOfRecalls(tx, tenantId, recallIds);
  const returns = new Map((await returnsOfRecalls(tx, tenantId, stock)).map((one) => [one.recallId, one]));
  const counted = await countPeople(tx, { tenantId, recallIds, prescriberIds }, userId);
  const people = new Map(counted.map((one) => [one.recallId, one]));
  const stockOf = Map.groupBy(stock, ({ recallId }) => recallId);
  const closed = new Set(found.flatMap(({ id, registers }) => (text(registers, 'state') === 'closed' ? [id] : [])));
  const reopened = new Set(closed.size === 0 ? [] : await reopenedRecalls(tx, tenantId));
  return (id) => {
    const own = stockOf.get(id) ?? [];
    const given = people.get(id) ?? nobody;
    const { contacted, givenUp, broughtBack } = given;
    const counts: RecallCounts = {
      ...{ people: given.people, contacted, givenUp, broughtBack },
      ...{ returns: returns.get(id)?.returns ?? 0, returnsUndecided: returns.get(id)?.undecided ?? 0 },
      lots: own.length,
      lotsFrozen: own.filter(({ hold }) => hold !== 'free').length,
      lotsAccounted: own.filter(isAccounted).length,
      closed: closed.has(id) && !reopened.has(id),
    };
    const { late, mine, joined } = given;
    return { counts, late, mine, joined, stock: own, reopened: closed.has(id) && reopened.has(id) };
  };
}
