import { oneOf } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { breakGlassShows } from '#lib/domain/access/break-glass';
import type { BreakGlassRow } from './break-glass.ts';

/** Openings by break-glass for the admin who reviews them, newest first: those that nobody has reviewed, unless asked otherwise. */
export const breakGlassList = defineList({
  name: 'break-glass',
  path: '/api/break-glass/reviews',
  key: ['break-glass', 'reviews'],
  permission: 'break-glass.review',
  row: rowType<BreakGlassRow>(),
  filter: { show: oneOf(breakGlassShows) },
  apiOnly: {},
  sort: { by: ['opened'], first: '-opened' },
});
