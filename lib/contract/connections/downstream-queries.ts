import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type {
  DeliveryRow,
  EncounterRow,
  NewSubscription,
  SubscriptionEdit,
  SubscriptionMade,
  SubscriptionRow,
  Subscriptions,
} from './downstream.ts';
import type { SecretRotated } from './source.ts';

export const subscriptionsQuery = queryOptions<Subscriptions>({
  queryKey: keys.subscriptions,
  queryFn: ({ signal }) => requestJson('/api/subscriptions', { signal }),
});

type Paged<T> = InfiniteData<Page<T>, string | null>;

const path = (id: string, act = '') => `/api/subscriptions/${encodeURIComponent(id)}${act}`;

export function deliveriesQuery(id: string, state: string | null) {
  return infiniteQueryOptions<Page<DeliveryRow>, Error, Paged<DeliveryRow>, QueryKey, string | null>({
    queryKey: keys.deliveries(id, state),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`${path(id, '/deliveries')}${queryString({ state, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const encountersQuery = infiniteQueryOptions<
  Page<EncounterRow>,
  Error,
  Paged<EncounterRow>,
  QueryKey,
  string | null
>({
  queryKey: keys.encounters,
  queryFn: ({ pageParam, signal }) =>
    requestJson(`/api/encounters${queryString({ cursor: pageParam, limit: 20 })}`, { signal }),
  initialPageParam: null,
  getNextPageParam: (page) => page.nextCursor,
});

export const postSubscription = (asked: NewSubscription): Promise<SubscriptionMade> =>
  postJson('/api/subscriptions', asked);

export function postSubscriptionEdit({ id, version }: SubscriptionRow, edit: SubscriptionEdit): Promise<object> {
  return postJson(path(id), { version, ...edit });
}

export function postSubscriptionSwitch({ id, version }: SubscriptionRow, on: boolean): Promise<object> {
  return postJson(path(id, on ? '/resume' : '/pause'), { version });
}

export function postSubscriptionRotation(
  { id, version }: SubscriptionRow,
  overlapHours: number,
): Promise<SecretRotated> {
  return postJson(path(id, '/rotate'), { version, overlapHours });
}

export const postSubscriptionTest = (id: string): Promise<object> => postJson(path(id, '/test'), {});
export const postDeliveryResend = (id: string): Promise<object> => postJson(`/api/deliveries/${id}/resend`, {});

/** `encounterId` null unlinks the encounter. */
export function postEncounter(prescriptionId: string, encounterId: string | null, key: string): Promise<object> {
  return postJson(`/api/prescriptions/${encodeURIComponent(prescriptionId)}/encounter`, { encounterId }, key);
}
