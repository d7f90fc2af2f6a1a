import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type {
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

const path = (id: string, act = '') => `/api/subscriptions/${encodeURIComponent(id)}${act}`;

export const createSubscription = (asked: NewSubscription): Promise<SubscriptionMade> =>
  postJson('/api/subscriptions', asked);

export function changeSubscription({ id, version }: SubscriptionRow, edit: SubscriptionEdit): Promise<object> {
  return postJson(path(id), { version, ...edit });
}

export function switchSubscription({ id, version }: SubscriptionRow, on: boolean): Promise<object> {
  return postJson(path(id, on ? '/resume' : '/pause'), { version });
}

export function rotateSubscription({ id, version }: SubscriptionRow, overlapHours: number): Promise<SecretRotated> {
  return postJson(path(id, '/rotate'), { version, overlapHours });
}

export const testSubscription = (id: string): Promise<object> => postJson(path(id, '/test'), {});
export const resendDelivery = (id: string): Promise<object> => postJson(`/api/deliveries/${id}/resend`, {});

/** `encounterId` null takes the visit back. */
export function attachEncounter(prescriptionId: string, encounterId: string | null, key: string): Promise<object> {
  return postJson(`/api/prescriptions/${encodeURIComponent(prescriptionId)}/encounter`, { encounterId }, key);
}
