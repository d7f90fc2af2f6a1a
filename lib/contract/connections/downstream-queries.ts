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
