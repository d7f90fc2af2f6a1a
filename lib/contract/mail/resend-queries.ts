import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { EmailState } from '#lib/domain/prescriptions/prescription-state';
import type { Resends } from './resend.ts';

function pathOf(id: string): string {
  return `/api/prescriptions/${encodeURIComponent(id)}`;
}

export function resendsQuery(id: string) {
  return queryOptions<Resends>({
    queryKey: keys.resends(id),
    queryFn: ({ signal }) => requestJson(`${pathOf(id)}/resends`, { signal }),
  });
}

/** `seen`: the email status that the person saw; left out, they insist. */
export type ResendRequest = { readonly email: string; readonly seen?: EmailState; readonly key: string };

export function postResend(id: string, { key, ...body }: ResendRequest): Promise<{ readonly outboxId: string }> {
  return postJson(`${pathOf(id)}/resend`, body, key);
}

export function postResendOutcome(id: string, outboxId: string, outcome: 'sent' | 'not-sent'): Promise<unknown> {
  return postJson(`${pathOf(id)}/resends/${outboxId}/settle`, { outcome });
}

export function postResendCancel(id: string, outboxId: string): Promise<unknown> {
  return postJson(`${pathOf(id)}/resends/${outboxId}/withdraw`, {});
}

export function recordHandover(id: string, key: string): Promise<unknown> {
  return postJson(`${pathOf(id)}/handover`, {}, key);
}

export function postPatientTold(id: string, note: string, key: string): Promise<unknown> {
  return postJson(`${pathOf(id)}/told`, { note }, key);
}
