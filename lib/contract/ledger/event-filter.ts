import { debounce, type inferParserType, parseAsIsoDateTime, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import type { EventFilter } from './event.ts';

const typed = parseAsString.withOptions({ limitUrlUpdates: debounce(250) });

/** The stream's filter in the address bar: times in UTC there, typed in the tenant's zone. */
export const eventParsers = {
  q: typed,
  type: typed,
  source: typed,
  status: parseAsStringLiteral(ledgerStatuses).withOptions({ history: 'push' }),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  repeated: parseAsStringLiteral(['yes']).withOptions({ history: 'push' }),
  unreadable: parseAsStringLiteral(['yes']).withOptions({ history: 'push' }),
};

export function eventFilterOf(values: inferParserType<typeof eventParsers>): EventFilter {
  const { q, type, source, status, from, to, repeated, unreadable } = values;
  return {
    q: q?.trim() || undefined,
    type: type?.trim() || undefined,
    source: source?.trim() || undefined,
    status: status ?? undefined,
    from: from?.toISOString(),
    to: to?.toISOString(),
    repeated: repeated ?? undefined,
    unreadable: unreadable ?? undefined,
  };
}
