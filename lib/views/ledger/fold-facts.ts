import type { ReadEvent } from './interpret-event.ts';

/**
 * The same fact under two names or from two sources is shown once. The first reading that came and still has its content is the one shown;
 * the others are its sources.
 */
export function foldFacts(reads: readonly ReadEvent[]): readonly (readonly ReadEvent[])[] {
  const groups = new Map<string, ReadEvent[]>();
  for (const read of reads) {
    const key = read.meaning.factKey ?? `seq:${read.event.seq}`;
    const group = groups.get(key);
    if (group) group.push(read);
    else groups.set(key, [read]);
  }
  const retained = ({ event }: ReadEvent) => event.purgedAt === null;
  const arrival = (a: ReadEvent, b: ReadEvent) => {
    if (retained(a) !== retained(b)) return retained(a) ? -1 : 1;
    return a.event.seq < b.event.seq ? -1 : 1;
  };
  return [...groups.values()].map((group) => group.sort(arrival));
}
