import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { PrescriptionDetail, PrescriptionFilter, PrescriptionRow, TimelineItem } from './prescription.ts';

type Pages<T> = InfiniteData<Page<T>, string | null>;

/** An id carries a colon (`medication:rx_1`); in a path it is encoded. */
function pathOf(id: string): string {
  return `/api/prescriptions/${encodeURIComponent(id)}`;
}

export function prescriptionsQuery(filter: PrescriptionFilter) {
  return infiniteQueryOptions<Page<PrescriptionRow>, Error, Pages<PrescriptionRow>, QueryKey, string | null>({
    queryKey: keys.prescriptions(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`/api/prescriptions${queryString({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The same rows as the list, in the same order, as a file. */
export function prescriptionsCsvPath(filter: PrescriptionFilter): string {
  return `/api/prescriptions${queryString({ ...filter, format: 'csv' })}`;
}

export function prescriptionQuery(id: string, knownAt: string | null) {
  return queryOptions<PrescriptionDetail>({
    queryKey: keys.prescription(id, knownAt),
    queryFn: ({ signal }) => requestJson(pathOf(id) + queryString({ knownAt }), { signal }),
  });
}

export function timelineQuery(id: string, knownAt: string | null) {
  return infiniteQueryOptions<Page<TimelineItem>, Error, Pages<TimelineItem>, QueryKey, string | null>({
    queryKey: keys.timeline(id, knownAt),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`${pathOf(id)}/timeline${queryString({ knownAt, cursor: pageParam, limit: 100 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The record with its names, against a reason that is in the audit before the answer is sent. */
export function postPrescriptionReveal(id: string, reason: string): Promise<PrescriptionDetail> {
  return postJson(`${pathOf(id)}/reveal`, { reason });
}
