import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { pagesQuery } from '#lib/contract/base/pages-query';
import { postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { PrescriptionDetail, TimelineItem } from './prescription.ts';

/** An id carries a colon (`medication:rx_1`); in a path it is encoded. */
function pathOf(id: string): string {
  return `/api/prescriptions/${encodeURIComponent(id)}`;
}

export function prescriptionQuery(id: string, knownAt: string | null) {
  return queryOptions<PrescriptionDetail>({
    queryKey: keys.prescription(id, knownAt),
    queryFn: ({ signal }) => requestJson(pathOf(id) + queryString({ knownAt }), { signal }),
  });
}

export function timelineQuery(id: string, knownAt: string | null) {
  return pagesQuery<TimelineItem>(keys.timeline(id, knownAt), `${pathOf(id)}/timeline`, { knownAt }, 100);
}

/** The record with its names, against a reason that is in the audit before the answer is sent. */
export function postPrescriptionReveal(id: string, reason: string): Promise<PrescriptionDetail> {
  return postJson(`${pathOf(id)}/reveal`, { reason });
}
