import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { ContactOutcome } from '#lib/domain/recalls/outcome';
import type { NoticeAnswer, PeopleShown, RecallDetail, RecallLogRow, RecallPersonRow } from './recall.ts';

type Pages<T> = InfiniteData<Page<T>, string | null>;

const pathOf = (id: string): string => `/api/recalls/${encodeURIComponent(id)}`;

/** The number of open recalls, shown beside the word. */
export const openRecallCountQuery = queryOptions<{ readonly count: number }>({
  queryKey: keys.recallCount,
  queryFn: ({ signal }) => requestJson('/api/recalls/count', { signal }),
});

export function recallQuery(id: string) {
  return queryOptions<RecallDetail>({
    queryKey: keys.recall(id),
    queryFn: ({ signal }) => requestJson(pathOf(id), { signal }),
  });
}

export function recallPeopleQuery(id: string, show: PeopleShown) {
  return infiniteQueryOptions<Page<RecallPersonRow>, Error, Pages<RecallPersonRow>, QueryKey, string | null>({
    queryKey: keys.recallPeople(id, show),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`${pathOf(id)}/people${queryString({ show, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Everyone who is not reached yet, page after page: the content of a call sheet. */
export function callSheetQuery(id: string) {
  return queryOptions<readonly RecallPersonRow[]>({
    queryKey: keys.recallPeople(id, 'call-sheet'),
    queryFn: async ({ signal }) => {
      const all: RecallPersonRow[] = [];
      let cursor: string | null = null;
      do {
        const query = queryString({ show: 'to_contact', cursor, limit: 200 });
        const page: Page<RecallPersonRow> = await requestJson(`${pathOf(id)}/people${query}`, { signal });
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all;
    },
  });
}

export function recallLogQuery(id: string) {
  return infiniteQueryOptions<Page<RecallLogRow>, Error, Pages<RecallLogRow>, QueryKey, string | null>({
    queryKey: keys.recallLog(id),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`${pathOf(id)}/log${queryString({ cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The same people as the list, in the same order, as a file. */
export function recallCsvPath(id: string, show: PeopleShown): string {
  return `${pathOf(id)}/people${queryString({ show, format: 'csv' })}`;
}

type Opening = {
  readonly lots: readonly { readonly stockItemId: string; readonly lotNumber: string }[];
  readonly reason: string;
  readonly recallClass?: string | undefined;
  readonly depth?: string | undefined;
};

export const postNotice = (text: string): Promise<NoticeAnswer> => postJson('/api/notices/match', { text });
export const postRecall = (opening: Opening, key?: string): Promise<{ readonly id: string }> =>
  postJson('/api/recalls', opening, key);
export const postRecallClass = (id: string, said: { recallClass?: string; depth?: string }): Promise<unknown> =>
  postJson(`${pathOf(id)}/classify`, said);
/** `people`: the calls to some of them; left out, the case as a whole. */
export const postRecallAssignment = (id: string, userId: string, people?: readonly string[]): Promise<unknown> =>
  postJson(`${pathOf(id)}/assign`, { userId, ...(people === undefined ? {} : { people }) });
export const postRecallClosing = (id: string, stock: string): Promise<unknown> =>
  postJson(`${pathOf(id)}/close`, { stock });
export type LettersSent = { readonly queued: number; readonly withoutEmail: number };
/** `people`: only to some; left out, to everyone who is not reached. */
export const sendLetters = (id: string, people?: readonly string[]): Promise<LettersSent> =>
  postJson(`${pathOf(id)}/letters`, people === undefined ? {} : { people });
export const postRecallLetterOutcome = (id: string, personId: string, outcome: 'sent' | 'not-sent'): Promise<unknown> =>
  postJson(`${pathOf(id)}/letters/settle`, { personId, outcome });

export function logContact(id: string, personId: string, outcome: ContactOutcome, note: string): Promise<unknown> {
  return postJson(`${pathOf(id)}/contacts`, { personId, outcome, ...(note === '' ? {} : { note }) });
}
