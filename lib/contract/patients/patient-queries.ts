import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postForFile, postJson, queryString, requestJson } from '#lib/contract/base/request-json';
import type { Correction, PatientChanged, PatientDetail, PatientRow } from './patient.ts';

const pathOf = (id: string) => `/api/patients/${encodeURIComponent(id)}`;

/** The address of a person's page. Ids only: no name is ever part of an address. */
export const patientHref = (id: string) => `/patients/${encodeURIComponent(id)}`;

export function patientsQuery() {
  return infiniteQueryOptions<
    Page<PatientRow>,
    Error,
    InfiniteData<Page<PatientRow>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: keys.patients(),
    queryFn: ({ pageParam, signal }) =>
      requestJson(`/api/patients${queryString({ cursor: pageParam, limit: 50 })}`, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The same people as a file. */
export const patientsCsvPath = '/api/patients?format=csv';

/** By POST: the query is a person's name, email or phone. Not cached once it is off the screen. */
export function patientSearchQuery(q: string) {
  return queryOptions<Page<PatientRow>>({
    queryKey: ['patients', 'search', q],
    queryFn: () => postJson('/api/patients/search', { q }),
    gcTime: 0,
  });
}

/** Those whom a search finds, as a file. */
export function fetchFoundPatientsCsv(q: string): Promise<Blob> {
  return postForFile('/api/patients/search', { q, format: 'csv' });
}

export function patientQuery(id: string) {
  return queryOptions<PatientDetail>({
    queryKey: keys.patient(id),
    queryFn: ({ signal }) => requestJson(pathOf(id), { signal }),
  });
}

export function postPatientCorrection(id: string, correction: Correction, key: string): Promise<PatientChanged> {
  return postJson(pathOf(id), correction, key);
}

export type JoinAsked = { readonly patientId: string; readonly note: string };

export function postPatientLink(id: string, asked: JoinAsked, key: string): Promise<PatientChanged> {
  return postJson(`${pathOf(id)}/link`, asked, key);
}

export function postPatientUnlink(id: string, asked: JoinAsked, key: string): Promise<PatientChanged> {
  return postJson(`${pathOf(id)}/unlink`, asked, key);
}
