import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { AskedOf } from '#lib/contract/base/list';
import { apiValues } from '#lib/contract/base/list-address';
import { pagesQuery } from '#lib/contract/base/pages-query';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { AmendmentCheck, AmendmentDraft, AmendmentTexts } from './amendment.ts';
import type {
  DeadLetterChoice,
  DeadLetterDetail,
  DeadLetterGroup,
  DeadLetterGroups,
  DeadLetterPage,
  DeadLetterRow,
  ReadableIgnored,
} from './dead-letter.ts';
import type { DeadLetterFilter } from './dead-letter-filter.ts';
import { deadLetterGroupsList, deadLettersList } from './dead-letters-list.ts';

/** Of both lists: pages that say how many match in all, and as of when. */
export function deadLetterGroupsQuery(asked: AskedOf<typeof deadLetterGroupsList>) {
  const { key, path } = deadLetterGroupsList;
  const values = apiValues(deadLetterGroupsList, asked);
  return pagesQuery<DeadLetterGroup, DeadLetterGroups>([...key, values], path, values);
}

export function deadLettersQuery(asked: AskedOf<typeof deadLettersList>) {
  const { key, path } = deadLettersList;
  const values = apiValues(deadLettersList, asked);
  return pagesQuery<DeadLetterRow, DeadLetterPage>([...key, values], path, values);
}

export const deadLetterQuery = (seq: number) =>
  queryOptions<DeadLetterDetail>({
    queryKey: keys.deadLetter(seq),
    queryFn: ({ signal }) => requestJson(`/api/dead-letters/${seq}`, { signal }),
  });

export const readableIgnoredQuery = queryOptions<ReadableIgnored>({
  queryKey: keys.readableIgnored,
  queryFn: ({ signal }) => requestJson('/api/dead-letters/ignored', { signal }),
});

/** Where a replay of the chosen begins: with its preview. */
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
