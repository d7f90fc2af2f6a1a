import type { FilterField } from './filter-field.ts';
import type { Asked, Fields, Filter, ListDefinition, Order } from './list.ts';

/** The values of an address, as a page's search parameters or the address bar give them; of a repeated name the last counts. */
export type AddressValues = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** The value that leaves a field out where a screen would otherwise fill it. */
const everything = 'all';

const textOf = (value: AddressValues[string]): string =>
  (typeof value === 'object' ? value?.at(-1) : value)?.trim() ?? '';

type Reading = {
  readonly values: AddressValues;
  /** True when a field without a value takes the one that its screen shows first. */
  readonly onScreen: boolean;
  /** Called with the name of each field whose value is not one of its own. */
  readonly refuse: (name: string) => void;
};

function readField<T>(field: FilterField<T>, name: string, { values, onScreen, refuse }: Reading): T | undefined {
  const text = textOf(values[name]);
  const { onScreen: first } = field;
  if (text === '') return onScreen ? first : undefined;
  const value = field.read(text);
  if (value !== undefined) return value;
  if (onScreen && first !== undefined) return text === everything ? undefined : first;
  refuse(name);
  return undefined;
}

function readFields<V>(fields: Fields<V>, reading: Reading): Filter<V> {
  const filter: { [K in keyof V]?: V[K] | undefined } = {};
  for (const name in fields) filter[name] = readField(fields[name], name, reading);
  return filter;
}

/** A filter from texts by their names; `refuse` gets the names of the fields whose values are invalid. */
export const filterFrom = <V>(fields: Fields<V>, values: AddressValues, refuse: (name: string) => void): Filter<V> =>
  readFields(fields, { values, onScreen: false, refuse });

/** The field that reads a list's order from an address: one of its columns, ascending or descending. */
export function orderField<S extends string>(by: readonly S[]): FilterField<Order<S>> {
  const orders: readonly Order<S>[] = by.flatMap((column) => [column, `-${column}` as const]);
  return { given: 'chosen', read: (text) => orders.find((order) => order === text), write: (order) => order };
}

function read<R, V, A, S extends string>(list: ListDefinition<R, V, A, S>, reading: Reading): Asked<V, A, S> {
  const { sort } = list;
  const order = sort === null ? undefined : (readField(orderField(sort.by), 'sort', reading) ?? sort.first);
  return {
    ...readFields(list.filter, reading),
    ...readFields(list.apiOnly, { ...reading, onScreen: false }),
    ...(order === undefined ? {} : { sort: order }),
  };
}

/** The request that the address of a screen makes of its list. An invalid value counts as left out, and fields that only the API takes are not read. */
export function askedOnScreen<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  values: AddressValues,
): Asked<V, A, S> {
  const own = Object.fromEntries([...Object.keys(list.filter), 'sort'].map((name) => [name, values[name]]));
  return read(list, { values: own, onScreen: true, refuse: () => undefined });
}

/** The filter and order that a request to the API asks of a list; `refuse` gets the names of the fields whose values are invalid. */
export const askedOfApi = <R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  values: AddressValues,
  refuse: (name: string) => void,
): Asked<V, A, S> => read(list, { values, onScreen: false, refuse });

function writeFields<V>(fields: Fields<V>, filter: Filter<V>, into: Record<string, string>): void {
  for (const name in fields) {
    const value = filter[name];
    if (value !== undefined) into[name] = fields[name].write(value);
  }
}

/** The values of an API's address that ask for the same: the order by its name, also where it is the list's first. */
export function apiValues<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  asked: Asked<V, A, S>,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  writeFields(list.filter, asked, values);
  writeFields(list.apiOnly, asked, values);
  if (asked.sort !== undefined) values['sort'] = asked.sort;
  return values;
}

/** The text of one field in the address bar of a screen; null: the address need not name it. */
export function screenValue<T>(field: FilterField<T>, value: T | null | undefined): string | null {
  const given = value ?? undefined;
  if (given === undefined) return field.onScreen === undefined ? null : everything;
  const text = field.write(given);
  return field.onScreen !== undefined && field.write(field.onScreen) === text ? null : text;
}

/** True when the request narrows the list beyond what its screen shows first. */
export function isNarrowed<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  asked: Asked<V, A, S>,
): boolean {
  const names: (keyof V & string)[] = [];
  for (const name in list.filter) names.push(name);
  const filter: Filter<V> = asked;
  return names.some((name) => {
    const { onScreen } = list.filter[name];
    return filter[name] !== onScreen;
  });
}
