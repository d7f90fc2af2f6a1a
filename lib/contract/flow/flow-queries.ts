import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { Locale } from '#lib/domain/base/locale';
import type { AddedRecipient, FlowView, OpsAlerts, OpsRecipient } from './flow.ts';

/** Fetched by itself at intervals: it must also show that nothing happens. */
const everyMs = 10_000;

export const flowQuery = queryOptions<FlowView>({
  queryKey: keys.flow,
  queryFn: ({ signal }) => requestJson('/api/flow', { signal }),
  refetchInterval: everyMs,
});

export const opsAlertsQuery = queryOptions<OpsAlerts>({
  queryKey: keys.opsAlerts,
  queryFn: ({ signal }) => requestJson('/api/flow/alerts', { signal }),
  refetchInterval: 3 * everyMs,
});

export const recipientsQuery = queryOptions<{ readonly items: readonly OpsRecipient[] }>({
  queryKey: keys.opsRecipients,
  queryFn: ({ signal }) => requestJson('/api/flow/recipients', { signal }),
});

type Muting = { readonly kind: string; readonly subject: string; readonly until: string; readonly reason: string };

export const muteAlert = (muting: Muting) => postJson('/api/flow/mutes', muting);
export const postMuteEnd = (kind: string, subject: string) => postJson('/api/flow/mutes/end', { kind, subject });

type NewRecipient = { readonly kind: 'email' | 'webhook'; readonly address: string; readonly locale: Locale };

export const postRecipient = (one: NewRecipient) => postJson<AddedRecipient>('/api/flow/recipients', one);
export const postRecipientRemoval = (id: string) => postJson(`/api/flow/recipients/${id}/remove`, {});
export const postRecipientTest = (id: string) => postJson(`/api/flow/recipients/${id}/test`, {});

type Expecting = { readonly everyMinutes: number; readonly fromHour: number; readonly toHour: number } | null;

export const expectOf = (sourceId: string, expectation: Expecting) =>
  postJson(`/api/flow/sources/${encodeURIComponent(sourceId)}/expectation`, { expectation });
