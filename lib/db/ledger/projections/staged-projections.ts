import type { Tx } from '#lib/db/base/in-tenant';
import { handleOf, type ProjectionStore } from './projection-store.ts';

/**
 * A draft of one tenant's projections, for the length of the caller's transaction: reads see the tables with what was drafted over them, writes go
 * to temporary tables of the same shape, keys and indexes. The projections themselves are neither written nor locked.
 */
export type StagedProjections = ProjectionStore & {
  /** The projection tables that something was drafted for. */
  readonly models: () => readonly string[];
  /** Does some work, or, when that fails, leaves no trace of it and throws. */
  readonly trying: <T>(work: () => Promise<T>) => Promise<T>;
};

const columnType: Readonly<Record<string, string>> = { day: 'date', seq: 'bigint' };

const names = (columns: readonly string[], of = '') => columns.map((column) => `${of}"${column}"`).join(', ');
const drafted = (model: string) => `pg_temp."draft_${model}"`;
export const takenKeys = (model: string) => `pg_temp."taken_${model}"`;

const make = (model: string) => [
  `create temp table "draft_${model}" (like "${model}" including defaults including indexes) on commit drop`,
  `create temp table "taken_${model}" on commit drop as select ${names(handleOf(model))} from "${model}" where false`,
  `alter table "taken_${model}" add primary key (${names(handleOf(model))})`,
];

/** A row is the draft's from the moment its key was taken: the base's row is copied then, and from there on it is the draft that is changed. */
function takeRows(model: string): string {
  const handle = handleOf(model);
  const lists = handle.map((column, index) => `$${index + 2}::text[]::${columnType[column] ?? 'text'}[]`);
  return `
with taken as (
  insert into ${takenKeys(model)} select distinct * from unnest(${lists.join(', ')}) as k(${names(handle)}) on conflict do nothing returning *
)
insert into ${drafted(model)} select b.* from "${model}" b join taken using (${names(handle)}) where b."tenantId" = $1`;
}

function overlaid(model: string): string {
  const same = handleOf(model).map((column) => `k."${column}" = b."${column}"`);
  return `(select b.* from "${model}" b where not exists (select from ${takenKeys(model)} k where ${same.join(' and ')})
    union all select d.* from ${drafted(model)} d)`;
}

export function stagedProjections(tx: Tx, tenantId: string): StagedProjections {
  let made = new Set<string>();
  const take = async (model: string, keys: readonly (readonly string[])[]) => {
    if (keys[0] === undefined || keys[0].length === 0) return;
    if (!made.has(model)) {
      for (const statement of make(model)) await tx.$executeRawUnsafe(statement);
      made.add(model);
    }
    await tx.$executeRawUnsafe(takeRows(model), tenantId, ...keys);
  };
  return {
    ...{ tx, tenantId, shared: false, take, into: drafted },
    from: (model) => (made.has(model) ? overlaid(model) : `"${model}"`),
    models: () => [...made].sort(),
    async trying(work) {
      const before = new Set(made);
      await tx.$executeRawUnsafe('savepoint draft');
      try {
        const result = await work();
        await tx.$executeRawUnsafe('release savepoint draft');
        return result;
      } catch (error) {
        made = before;
        await tx.$executeRawUnsafe('rollback to savepoint draft');
        throw error;
      }
    },
  };
}
