import { type InfiniteData, infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import { debounce, type inferParserType, parseAsIsoDateTime, parseAsString } from 'nuqs/server';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { AuditFilter, AuditRow, ChainCheckPart } from './audit.ts';

const typed = parseAsString.withOptions({ limitUrlUpdates: debounce(250) });

/** The audit log's filter in the address bar: ids and codes only. */
export const auditParsers = {
  actor: parseAsString.withOptions({ history: 'push' }),
  action: typed,
  kind: typed,
  id: typed,
  glass: parseAsString.withOptions({ history: 'push' }),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

export function auditFilterOf(values: inferParserType<typeof auditParsers>): AuditFilter {
  const { actor, action, kind, id, glass, from, to } = values;
  const filled = (text: string | null) => text?.trim() || undefined;
  return {
    ...{ actor: filled(actor), action: filled(action), kind: filled(kind), id: filled(id), glass: filled(glass) },
    ...{ from: from?.toISOString(), to: to?.toISOString() },
  };
}

export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions<
    Page<AuditRow>,
    Error,
    InfiniteData<Page<AuditRow>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: keys.audit(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`/api/audit${queryString({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const auditCsvPath = (filter: AuditFilter): string => `/api/audit${queryString({ ...filter, format: 'csv' })}`;

export const postChainCheck = (asked: { readonly from?: string; readonly kept?: string }) =>
  postJson<ChainCheckPart>('/api/audit/check', asked);
