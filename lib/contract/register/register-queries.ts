import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { RegisterFilter, RegisterRow, RegisterSubstance } from './register.ts';

type Pages = InfiniteData<Page<RegisterRow>, string | null>;

export function registerQuery(filter: RegisterFilter) {
  return infiniteQueryOptions<Page<RegisterRow>, Error, Pages, QueryKey, string | null>({
    queryKey: keys.register(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`/api/register${queryString({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The same rows as the list, in the same order, as a file. */
export function registerCsvPath(filter: RegisterFilter): string {
  return `/api/register${queryString({ ...filter, format: 'csv' })}`;
}

export type Substances = { readonly items: readonly RegisterSubstance[]; readonly countersignHours: number };

export function substancesQuery(location: string | null) {
  return queryOptions<Substances>({
    queryKey: keys.registerSubstances(location),
    queryFn: ({ signal }) => requestJson(`/api/register/substances${queryString({ location })}`, { signal }),
  });
}

export function countersign(dispenseId: string, key: string): Promise<unknown> {
  return postJson(`/api/dispenses/${encodeURIComponent(dispenseId)}/countersign`, {}, key);
}

/** The input by hand, of one lot of a stock item; an empty text is left out. */
export type RegisterEntered = {
  readonly stockItemId: string;
  readonly lotNumber: string;
  readonly quantity: string;
  readonly unit: string;
  readonly reason: string;
};

const filled = (values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

export function postRegisterCorrection(
  { unit, ...entered }: RegisterEntered & { readonly corrects?: string },
  key: string,
): Promise<unknown> {
  return postJson('/api/register/corrections', filled({ ...entered, quantityUnit: unit }), key);
}

export function countRegister(entered: RegisterEntered, key: string): Promise<unknown> {
  return postJson('/api/register/counts', filled(entered), key);
}
