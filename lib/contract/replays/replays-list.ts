import { oneOf } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { replayOutcomes, replayStates } from '#lib/domain/replays/replay';
import { changeGroups } from '#lib/domain/replays/replay-change';
import type { NewerSubject, ReplayChangeRow, ReplayItemRow, ReplayRow } from './replay.ts';

/** Replays that were previewed or run, newest first. */
export const replaysList = defineList({
  name: 'replays',
  path: '/api/replays',
  key: ['replays'],
  permission: 'dead-letters.read',
  row: rowType<ReplayRow>(),
  filter: { state: oneOf(replayStates) },
  apiOnly: {},
  sort: { by: ['created'], first: '-created' },
});

/** The outcome of an event of a replay; `waiting`: none yet. */
export const itemOutcomes = [...replayOutcomes, 'waiting'] as const;

/** The events of one replay in the order of the ledger, in which they are processed. */
export const replayItemsList = defineList({
  name: 'replay-{id}',
  path: '/api/replays/{id}/items',
  key: ['replay', 'items'],
  permission: 'dead-letters.read',
  row: rowType<ReplayItemRow>(),
  filter: { outcome: oneOf(itemOutcomes) },
  apiOnly: {},
  sort: { by: ['seq'], first: 'seq' },
});

/** The changes that one replay would make, in the order in which its preview found them: their only order. A preview stays as it was computed. */
export const replayChangesList = defineList({
  name: 'replay-changes',
  path: '/api/replays/{id}/changes',
  key: ['replay-diff', 'changes'],
  permission: 'dead-letters.read',
  row: rowType<ReplayChangeRow>(),
  filter: { group: oneOf(changeGroups) },
  apiOnly: {},
  sort: null,
});

/** The subjects of one replay of which something newer is known, by table and id: to be found, not to be read from an end. */
export const replayNewerList = defineList({
  name: 'replay-newer',
  path: '/api/replays/{id}/newer',
  key: ['replay-diff', 'newer'],
  permission: 'dead-letters.read',
  row: rowType<NewerSubject>(),
  filter: {},
  apiOnly: {},
  sort: null,
});
