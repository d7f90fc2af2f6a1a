import { queryOptions } from '@tanstack/react-query';
import { keys } from './keys.ts';
import type { OutboxAge } from './outbox.ts';
import { requestJson } from './request-json.ts';

/** Asked for again by itself: that nothing happens is what it tells. */
export function outboxAgeQuery() {
  return queryOptions<OutboxAge>({
    queryKey: keys.outbox(),
    queryFn: ({ signal }) => requestJson('/api/outbox', { signal }),
    refetchInterval: 60_000,
  });
}
