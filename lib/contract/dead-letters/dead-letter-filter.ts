import { debounce, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import type { DeadLetterFilter } from '#lib/domain/dead-letters/dead-letter-filter';

const typed = parseAsString.withOptions({ limitUrlUpdates: debounce(250) });
const push = { history: 'push' } as const;

export const shownStates = [...deadLetterStates, 'all'] as const;

/** The filter's form in the address bar: causes, types, sources and ids. Open ones need no word: the screen is for them. */
export const deadLetterParsers = {
  q: typed,
  type: typed,
  source: typed,
  cause: parseAsStringLiteral(deadLetterCauses).withOptions(push),
  state: parseAsStringLiteral(shownStates).withDefault('open').withOptions(push),
  amendment: parseAsStringLiteral(['proposed']).withOptions(push),
};

export function deadLetterFilterOf(values: inferParserType<typeof deadLetterParsers>): DeadLetterFilter {
  const { q, type, source, cause, state, amendment } = values;
  return {
    q: q?.trim() || undefined,
    type: type?.trim() || undefined,
    source: source?.trim() || undefined,
    cause: cause ?? undefined,
    state: state === 'all' ? undefined : state,
    amendment: amendment ?? undefined,
  };
}
