import {
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import { replayOutcomes, replayStates } from '#lib/domain/replays/replay';
import { changeGroups } from '#lib/domain/replays/replay-change';
import type { ReplayAsked } from './replay.ts';

const push = { history: 'push' } as const;

export const replayTabs = ['changes', 'newer', 'events'] as const;
export const itemFilters = [...replayOutcomes, 'waiting'] as const;

export const replayListParsers = { state: parseAsStringLiteral(replayStates).withOptions(push) };

/** The part of a run that is shown, and its rows, in the address bar. */
export const replayParsers = {
  tab: parseAsStringLiteral(replayTabs).withOptions(push),
  group: parseAsStringLiteral(changeGroups).withOptions(push),
  outcome: parseAsStringLiteral(itemFilters).withOptions(push),
};

/** The events of a requested replay: the words of the dead letters' filter, or named events. */
export const askedParsers = {
  cause: parseAsStringLiteral(deadLetterCauses),
  fingerprint: parseAsString,
  source: parseAsString,
  type: parseAsString,
  state: parseAsStringLiteral(deadLetterStates),
  q: parseAsString,
  amendment: parseAsStringLiteral(['proposed']),
  status: parseAsStringLiteral(['ignored', 'processed']),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  seq: parseAsArrayOf(parseAsInteger),
};

export type ReplayChosen = Pick<ReplayAsked, 'filter' | 'ids'>;

/** The request in the address. */
export function chosenBy({ seq, ...words }: inferParserType<typeof askedParsers>): ReplayChosen {
  if (seq !== null) return { ids: seq };
  const entries = Object.entries(words).flatMap(([name, value]) =>
    value === null ? [] : [[name, value instanceof Date ? value.toISOString() : value] as const],
  );
  return { filter: Object.fromEntries(entries) };
}
