import { Prisma } from '#lib/db/generated/client';

/** The condition to which each field of a filter narrows a query. A field without its condition does not compile. */
export type Conditions<F, C> = {
  readonly [K in keyof F]-?: (value: NonNullable<F[K]>, context: C) => Prisma.Sql | null;
};

/** The conditions of the fields that are set, in the order of the table. */
export function conditionsOf<F extends object, C>(filter: F, by: Conditions<F, C>, context: C): Prisma.Sql[] {
  const where: Prisma.Sql[] = [];
  for (const name in by) {
    const value = filter[name];
    const condition = value === undefined || value === null ? null : by[name](value, context);
    if (condition !== null) where.push(condition);
  }
  return where;
}

/** All of the conditions together. */
export const allOf = (where: readonly Prisma.Sql[]): Prisma.Sql =>
  where.length === 0 ? Prisma.sql`true` : Prisma.join([...where], ' and ');
