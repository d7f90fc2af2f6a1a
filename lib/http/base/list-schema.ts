import { z } from 'zod';
import type { Fields, Filter, ListDefinition } from '#lib/contract/base/list';
import { askedOfApi, filterFrom } from '#lib/contract/base/list-address';
import { format, paging } from './list-query.ts';

/** Query strings carry texts, bodies may carry numbers too; anything else is no value of a field. */
const texts = (all: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );

/** The schema of a request to a list's route: its filter, its order, and the page or the file. Refuses by the names of the fields. */
export function listSchema<R, V, A, S extends string>(list: ListDefinition<R, V, A, S>) {
  return z.looseObject({ ...paging, format }).transform(({ cursor, limit, format: as, ...rest }, context) => ({
    asked: askedOfApi(list, texts(rest), (name) => {
      context.addIssue({ code: 'custom', path: [name], message: 'not a value of this field' });
    }),
    cursor,
    limit,
    format: as,
  }));
}

/** A filter as a body carries it. A field that the filter does not have is refused. */
export function filterSchema<V>(fields: Fields<V>) {
  return z.record(z.string(), z.union([z.string(), z.number()])).transform((all, context): Filter<V> => {
    const refuse = (name: string): void =>
      context.addIssue({ code: 'custom', path: [name], message: 'not a value of this field' });
    for (const name of Object.keys(all)) if (!Object.hasOwn(fields, name)) refuse(name);
    return filterFrom(fields, texts(all), refuse);
  });
}
