import { Prisma } from '#lib/db/generated/client';

/** Where a page goes on: after the row with this key and id. */
export type After = { readonly key: string; readonly id: string };

/** The order of a list and where its page goes on: by one column, then by the id, both ways round along the same index. */
export type Keyset = { readonly order: Prisma.Sql; readonly after: Prisma.Sql };

type By = {
  readonly column: Prisma.Sql;
  /** The type that the key of `After` is read as. */
  readonly type: 'timestamptz' | 'date' | 'text' | 'numeric' | 'bigint';
  readonly id: Prisma.Sql;
};

/**
 * From the last to the first (`descending`) rows of one key stand by id from the first on; from the first to the last it is the same list read
 * backwards, so that one index serves both. The column holds no nulls.
 */
export function keyset({ column, type, id }: By, descending: boolean, after: After | null): Keyset {
  const order = descending ? Prisma.sql`${column} desc, ${id}` : Prisma.sql`${column}, ${id} desc`;
  if (after === null) return { order, after: Prisma.sql`true` };
  const key = Prisma.sql`${after.key}::${Prisma.raw(type)}`;
  const past = descending
    ? Prisma.sql`${column} <= ${key} and (${column} < ${key} or ${id} > ${after.id})`
    : Prisma.sql`${column} >= ${key} and (${column} > ${key} or ${id} < ${after.id})`;
  return { order, after: past };
}

/**
 * The same along an index of the column and the id, both ascending; with `nulls`, where the column has none come last, and `After` names them by an
 * empty key.
 */
export function ascendingKeyset(
  { column, type, id, nulls }: By & { readonly nulls: boolean },
  descending: boolean,
  after: After | null,
): Keyset {
  const order = descending ? Prisma.sql`${column} desc, ${id} desc` : Prisma.sql`${column}, ${id}`;
  if (after === null) return { order, after: Prisma.sql`true` };
  if (nulls && after.key === '')
    return {
      order,
      after: descending
        ? Prisma.sql`(${column} is not null or ${id} < ${after.id})`
        : Prisma.sql`${column} is null and ${id} > ${after.id}`,
    };
  const key = Prisma.sql`${after.key}::${Prisma.raw(type)}`;
  const past = descending
    ? Prisma.sql`${column} <= ${key} and (${column} < ${key} or ${id} < ${after.id})`
    : Prisma.sql`${column} >= ${key} and (${column} > ${key} or ${id} > ${after.id})`;
  return { order, after: nulls && !descending ? Prisma.sql`(${column} is null or (${past}))` : past };
}
