import { isTelling } from './lot-shape.ts';
import type { Token } from './tokens.ts';

const wordsPerCode = 3;
const isCode = ({ kind, text }: Token) =>
  kind === 'date' || kind === 'expiryLabel' || (kind === 'number' && isTelling(text));

/** The tokens of lines that are sentences or descriptions rather than codes: a number there is more likely an address or a strength than a lot. */
export function proseOf(tokens: readonly Token[]): ReadonlySet<number> {
  const prose = new Set<number>();
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    if (at < tokens.length && tokens[at]?.kind !== 'newline') continue;
    const line = tokens.slice(from, at);
    const words = line.filter(({ kind, text }) => kind === 'word' && text.length > 3).length;
    if (words > wordsPerCode * line.filter(isCode).length) {
      for (let index = from; index < at; index += 1) prose.add(index);
    }
    from = at + 1;
  }
  return prose;
}
