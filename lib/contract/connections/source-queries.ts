import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { NewSource, SecretRotated, SourceEdit, SourceMade, SourceRow, SourceTested } from './source.ts';

/** Counts change with every event: fetched every ten seconds instead of at each. */
export const sourcesQuery = queryOptions<Page<SourceRow>>({
  queryKey: keys.sources,
  queryFn: ({ signal }) => requestJson('/api/sources', { signal }),
  refetchInterval: 10_000,
});

const path = (id: string, act = '') => `/api/sources/${encodeURIComponent(id)}${act}`;

export const postSource = (asked: NewSource): Promise<SourceMade> => postJson('/api/sources', asked);
export const postSourceEdit = (id: string, edit: SourceEdit): Promise<object> => postJson(path(id), edit);
export const testSource = (id: string): Promise<SourceTested> => postJson(path(id, '/test'), {});

export function postSourcePause({ id, version }: SourceRow, reason: string): Promise<object> {
  return postJson(path(id, '/pause'), { version, reason });
}

/** `key`: the source's own, as it was typed. */
export function postSourceOff({ id, version }: SourceRow, reason: string, key: string): Promise<object> {
  return postJson(path(id, '/disable'), { version, reason, key });
}

/** Ends a pause, or turns on a source that is off. */
export function reopenSource({ id, version, state }: SourceRow): Promise<object> {
  return postJson(path(id, state === 'paused' ? '/resume' : '/enable'), { version });
}

export function postSourceRotation(
  { id, version }: SourceRow,
  overlapHours: number,
  secret: string | undefined,
): Promise<SecretRotated> {
  return postJson(path(id, '/rotate'), { version, overlapHours, ...(secret === undefined ? {} : { secret }) });
}

export function postOldSecretEnd({ id, version }: SourceRow): Promise<object> {
  return postJson(path(id, '/end-old-secret'), { version });
}
