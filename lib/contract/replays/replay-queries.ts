import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { ReplayAction } from '#lib/domain/replays/replay';
import type { ReplayAsked, ReplayDetail, ReplayPreview } from './replay.ts';

/** The address at which processed events are chosen for reinterpretation. */
export const reinterpretPath = '/replays/new?status=processed';

const pathOf = (id: string): string => `/api/replays/${encodeURIComponent(id)}`;

export function replayQuery(id: string) {
  return queryOptions<ReplayDetail>({
    queryKey: keys.replay(id),
    queryFn: ({ signal }) => requestJson(pathOf(id), { signal }),
  });
}

/** Answers as soon as the set is frozen (RFC 7240): the preview's own screen shows how far it is. */
export const postReplayPreview = (asked: ReplayAsked, key: string): Promise<ReplayPreview> =>
  requestJson('/api/replays/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, prefer: 'respond-async' },
    body: JSON.stringify(asked),
  });
export const postReplayStart = (previewId: string, ratePerSecond: number): Promise<{ readonly id: string }> =>
  postJson('/api/replays', { previewId, ratePerSecond });
export const postReplayAction = (id: string, act: ReplayAction): Promise<unknown> =>
  postJson(`${pathOf(id)}/${act}`, {});
