import type { NoticeReading } from './reading.ts';
import type { Token } from './tokens.ts';

/** Participles that a notice puts on a lot before it says that the lot is not affected. */
const looked =
  /^(?:was|were|has|have|had|been|re?tested|tested|examined|investigated|checked|found|shown|also|only|fue(?:ron)?|analizad[oa]s?)$/i;

/**
 * The words that may follow "is not affected" for it to mean this recall without a limit ("was not distributed in hospitals", "was not
 * included in the first recall").
 */
const ends =
  /^\s{0,2}(?:$|[.;,:)\]\n]|(?:and|but|y|pero|e)\s|(?:by|in|from|of|under|en|por|de|del)\s(?:this|the|este|esta|el|la)?\s?(?:recall|notice|action|retiro|alerta|medida)(?![\p{L}\d]))/iu;

/** "Lots A and B are not affected": excludes the lots of the sentence or the bracket, where these words follow the list itself and nothing between. */
export function excludePrecedingLots(reading: NoticeReading, index: number): void {
  const { named, tokens, text } = reading;
  const last = named.at(-1);
  const end = tokens[index]?.end ?? 0;
  const whole = ends.test(text.slice(end, end + 40));
  if (last && tokens[index - 1]?.kind === 'open') {
    named[named.length - 1] = { ...last, spared: whole ? 'sure' : 'unsure' };
    return;
  }
  const begun = reading.outer.length > 0 ? Math.max(reading.part, reading.opened) : reading.part;
  if (!last || named.length === begun) return;
  let near = whole;
  for (let at = index - 1; at > last.at; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && token.start >= last.end && !looked.test(token.text)) return;
    if (token?.kind === 'newline' || token?.kind === 'label') near = false;
  }
  const first = named[begun]?.at ?? 0;
  const label = ownLabel(tokens, last.at, first);
  for (let at = named.length - 1; at >= begun; at -= 1) {
    const one = named[at];
    if (!one || one.at <= label) break;
    named[at] = { ...one, spared: near ? 'sure' : 'unsure' };
    const cut = lineEnd(tokens, named[at - 1]?.at ?? 0, one.at);
    if (cut === 'line') break;
    if (cut === 'wrap') near = false;
  }
  reading.part = named.length;
}

/** True where a line ends between two lots: after a comma or "and" the list only wraps. */
function lineEnd(tokens: readonly Token[], from: number, to: number): 'line' | 'wrap' | null {
  for (let at = to - 1; at > from; at -= 1) {
    if (tokens[at]?.kind !== 'newline') continue;
    const before = tokens[at - 1]?.kind;
    return before === 'comma' || before === 'and' ? 'wrap' : 'line';
  }
  return null;
}

/** The label that the lot's own clause begins with: one after "and" or a comma goes on with the clause before it. -1: none after `first`. */
function ownLabel(tokens: readonly Token[], lotAt: number, first: number): number {
  for (let at = lotAt - 1; at > first; at -= 1) {
    const before = tokens[at - 1]?.kind;
    if (tokens[at]?.kind === 'lotLabel' && before !== 'and' && before !== 'comma') return at;
  }
  return -1;
}
