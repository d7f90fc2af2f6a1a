import { Prisma } from '#lib/db/generated/client';
import type { Keyset } from './keyset.ts';

/** One column of an order, and the type that its value in a cursor is read as. */
export type OrderColumn = {
  readonly column: Prisma.Sql;
  readonly type: 'timestamptz' | 'text' | 'bigint';
};

/** An order by columns that all run the same way, along an index of them; together no two rows have the same values. `after`: the values of the last row. */
export function rowKeyset(
  columns: readonly OrderColumn[],
  descending: boolean,
  after: readonly string[] | null,
): Keyset {
  const order = Prisma.join(columns.map(({ column }) => (descending ? Prisma.sql`${column} desc` : column)));
  if (after === null) return { order, after: Prisma.sql`true` };
  const row = Prisma.join(columns.map(({ column }) => column));
  const values = Prisma.join(columns.map(({ type }, at) => Prisma.sql`${after[at] ?? ''}::${Prisma.raw(type)}`));
  return { order, after: descending ? Prisma.sql`(${row}) < (${values})` : Prisma.sql`(${row}) > (${values})` };
}
