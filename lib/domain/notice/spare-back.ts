import type { Reading } from './reading.ts';

/** "Lots A and B are not affected": takes back the lots of the sentence or the bracket, where these words follow the list itself and nothing between. */
export function spareBack(reading: Reading, index: number): void {
  const { named, tokens } = reading;
  const last = named.at(-1);
  const from = reading.outer.length > 0 ? Math.max(reading.part, reading.opened) : reading.part;
  if (!last || named.length === from) return;
  for (let at = index - 1; at > last.at; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && token.start >= last.end) return;
  }
  for (let at = from; at < named.length; at += 1) {
    const one = named[at];
    if (one) named[at] = { ...one, spared: true };
  }
  reading.part = named.length;
}
