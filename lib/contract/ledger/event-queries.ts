import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { EventDetail, EventFilter, EventRow, RevealedPayload } from './event.ts';

export function eventsQuery(filter: EventFilter) {
  return infiniteQueryOptions<
    Page<EventRow>,
    Error,
    InfiniteData<Page<EventRow>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: keys.events(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`/api/events${queryString({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function eventQuery(seq: number) {
  return queryOptions<EventDetail>({
    queryKey: keys.event(seq),
    queryFn: ({ signal }) => requestJson(`/api/events/${seq}`, { signal }),
  });
}

/** The signed bytes, against a reason that is in the audit before the answer is sent. */
export function postPayloadReveal(seq: number, reason: string): Promise<RevealedPayload> {
  return postJson(`/api/events/${seq}/reveal`, { reason });
}
