import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { LocationRow, Settings, SettingsEdit } from './settings.ts';

export const settingsQuery = queryOptions<Settings>({
  queryKey: keys.settings,
  queryFn: ({ signal }) => requestJson('/api/settings', { signal }),
});

export const locationsQuery = queryOptions<Page<LocationRow>>({
  queryKey: keys.places,
  queryFn: ({ signal }) => requestJson('/api/locations', { signal }),
});

export const postSettings = (edit: SettingsEdit) => postJson<{ readonly version: number }>('/api/settings', edit);
export const postLocationName = (place: { readonly id: string; readonly name: string }) =>
  postJson('/api/locations', place);
export const postLocationRemoval = (id: string) => postJson('/api/locations/remove', { id });
