import type { Reading } from './reading.ts';

/** What was done to a lot before it is said that it is not affected. */
const looked =
  /^(?:was|were|has|have|had|been|re?tested|tested|examined|investigated|checked|found|shown|also|only|fue(?:ron)?|analizad[oa]s?)$/i;

/** "Lots A and B are not affected": takes back the lots of the sentence or the bracket, where these words follow the list itself and nothing between. */
export function spareBack(reading: Reading, index: number): void {
  const { named, tokens } = reading;
  const last = named.at(-1);
  if (last && tokens[index - 1]?.kind === 'open') {
    named[named.length - 1] = { ...last, spared: true };
    return;
  }
  const begun = reading.outer.length > 0 ? Math.max(reading.part, reading.opened) : reading.part;
  if (!last || named.length === begun) return;
  const first = named[begun]?.at ?? 0;
  const label = ownLabel(tokens, last.at, first);
  const from = begun + named.slice(begun).findIndex(({ at }) => at > label);
  for (let at = index - 1; at > last.at; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && token.start >= last.end && !looked.test(token.text)) return;
  }
  for (let at = from; at < named.length; at += 1) {
    const one = named[at];
    if (one) named[at] = { ...one, spared: true };
  }
  reading.part = named.length;
}

/** The label that the lot's own clause begins with: one after "and" or a comma goes on with the clause before it. -1: none after `first`. */
function ownLabel(tokens: Reading['tokens'], lotAt: number, first: number): number {
  for (let at = lotAt - 1; at > first; at -= 1) {
    const before = tokens[at - 1]?.kind;
    if (tokens[at]?.kind === 'lotLabel' && before !== 'and' && before !== 'comma') return at;
  }
  return -1;
}
