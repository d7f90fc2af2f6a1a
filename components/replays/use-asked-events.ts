import { parseAsString, useQueryStates } from 'nuqs';
import { replayFields } from '#lib/contract/dead-letters/dead-letter-filter';
import { chosenBy } from '#lib/contract/replays/replay-view';

const parsers = Object.fromEntries([...Object.keys(replayFields), 'seq'].map((name) => [name, parseAsString]));

/** The events that a replay is requested for, kept in the address bar. */
export function useAskedEvents() {
  const [texts, set] = useQueryStates(parsers);
  return { asked: chosenBy(texts), set: (some: Readonly<Record<string, string | null>>) => void set(some) };
}
