import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { ReplayAct } from '#lib/domain/replays/replay';
import type { ReplayAsked, ReplayDetail, ReplayPreview } from './replay.ts';

/** Where processed events are chosen that are to be interpreted again. */
export const reinterpretPath = '/replays/new?status=processed';

const pathOf = (id: string): string => `/api/replays/${encodeURIComponent(id)}`;

export function replayQuery(id: string) {
  return queryOptions<ReplayDetail>({
    queryKey: keys.replay(id),
    queryFn: ({ signal }) => requestJson(pathOf(id), { signal }),
  });
}

/** Answers as soon as the set is frozen (RFC 7240): the preview's own screen shows how far it is. */
export const previewReplay = (asked: ReplayAsked, key: string): Promise<ReplayPreview> =>
  requestJson('/api/replays/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, prefer: 'respond-async' },
    body: JSON.stringify(asked),
  });
export const startReplay = (previewId: string, ratePerSecond: number): Promise<{ readonly id: string }> =>
  postJson('/api/replays', { previewId, ratePerSecond });
export const actOnReplay = (id: string, act: ReplayAct): Promise<unknown> => postJson(`${pathOf(id)}/${act}`, {});
