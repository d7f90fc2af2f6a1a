import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { DeadLetterFilter } from '#lib/domain/dead-letters/dead-letter-filter';
import type { AmendmentCheck, AmendmentDraft, AmendmentTexts } from './amendment.ts';
import type {
  DeadLetterChoice,
  DeadLetterDetail,
  DeadLetterGroups,
  DeadLetterPage,
  ReadableIgnored,
} from './dead-letter.ts';

export const groupsPerPage = 50;

function pages<P extends { readonly nextCursor: string | null }>(
  what: 'groups' | 'rows',
  path: string,
  filter: DeadLetterFilter,
) {
  return infiniteQueryOptions<P, Error, InfiniteData<P, string | null>, QueryKey, string | null>({
    queryKey: keys.deadLetters(what, filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`${path}${queryString({ ...filter, cursor: pageParam, limit: groupsPerPage })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const deadLetterGroupsQuery = (filter: DeadLetterFilter) =>
  pages<DeadLetterGroups>('groups', '/api/dead-letters/groups', filter);
export const deadLettersQuery = (filter: DeadLetterFilter) =>
  pages<DeadLetterPage>('rows', '/api/dead-letters', filter);

export const deadLetterQuery = (seq: number) =>
  queryOptions<DeadLetterDetail>({
    queryKey: keys.deadLetter(seq),
    queryFn: ({ signal }) => requestJson(`/api/dead-letters/${seq}`, { signal }),
  });

export const readableIgnoredQuery = queryOptions<ReadableIgnored>({
  queryKey: keys.readableIgnored,
  queryFn: ({ signal }) => requestJson('/api/dead-letters/ignored', { signal }),
});

/** The same rows as a file. */
export const deadLettersCsvPath = (filter: DeadLetterFilter): string =>
  `/api/dead-letters${queryString({ ...filter, format: 'csv' })}`;

/** The address at which a replay of the chosen begins: with its preview. */
export const replayOf = (chosen: DeadLetterFilter | { readonly ids: readonly number[] }): string =>
  `/replays/new${'ids' in chosen ? queryString({ seq: chosen.ids.join(',') }) : queryString(chosen)}`;

export const postDeadLetterDecision = (act: 'discard' | 'reopen', chosen: DeadLetterChoice, reason: string) =>
  postJson<{ readonly moved: number; readonly notRetained: number }>(`/api/dead-letters/${act}`, { ...chosen, reason });

const amendments = (seq: number): string => `/api/dead-letters/${seq}/amendments`;

export const postAmendmentDraft = (seq: number, reason: string) =>
  postJson<AmendmentDraft>(`${amendments(seq)}/draft`, { reason });
export const postAmendmentCheck = (seq: number, text: string) =>
  postJson<AmendmentCheck>(`${amendments(seq)}/check`, { text });
export const postAmendment = (seq: number, text: string, reason: string) =>
  postJson<{ readonly id: string }>(amendments(seq), { text, reason });
export const postAmendmentReveal = (seq: number, id: string, reason: string) =>
  postJson<AmendmentTexts>(`${amendments(seq)}/${id}/reveal`, { reason });
export const postAmendmentDecision = (
  seq: number,
  id: string,
  decision: 'approve' | 'refuse' | 'withdraw',
  reason: string,
) => postJson<object>(`${amendments(seq)}/${id}/${decision}`, { reason });
