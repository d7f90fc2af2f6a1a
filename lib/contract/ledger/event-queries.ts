import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { EventDetail, RevealedPayload } from './event.ts';

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
