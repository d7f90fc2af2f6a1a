import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { BreakGlassSubject, OpenBreakGlass } from './break-glass.ts';

export const openBreakGlassQuery = queryOptions<Page<OpenBreakGlass>>({
  queryKey: keys.breakGlass,
  queryFn: ({ signal }) => requestJson('/api/break-glass', { signal }),
});

export const postBreakGlass = (asked: {
  readonly kind: BreakGlassSubject;
  readonly id: string;
  readonly reason: string;
}) => postJson<OpenBreakGlass>('/api/break-glass', asked);
export const postBreakGlassEnd = (id: string) => postJson(`/api/break-glass/${id}/end`, {});
export const postBreakGlassReview = (id: string, note: string) => postJson(`/api/break-glass/${id}/review`, { note });
