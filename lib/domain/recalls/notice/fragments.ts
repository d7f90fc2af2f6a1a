import { isLotLike, lotShape } from './lot-shape.ts';
import type { Token } from './tokens.ts';

const noPart =
  /^(?:of|for|in|on|is|was|the|at|by|from|with|are|see|per|not|was|has|de|en|con|por|el|la|los|las|es|del|que|USP|QTY|MFG|MFD|BUD|REF|SKU|LOT|INC|LLC|USA|LTD|CO|SA|RX|EXP|NDC|UPC)$/i;

/** The tokens from `index` on that stand apart by one space only and may be pieces of one lot ("12 345 A"). */
function piecesFrom(tokens: readonly Token[], index: number): Token[] {
  const pieces: Token[] = [];
  for (let at = index; at < tokens.length && pieces.length < 5; at += 1) {
    const token = tokens[at];
    if (!token || (at > index && token.gap !== ' ')) break;
    const isPiece = token.kind === 'number' ? isLotLike(token.text) : capitals(token);
    if (!isPiece || (at > index && hasSign(token.text))) break;
    pieces.push(token);
  }
  return pieces;
}

const hasSign = (text: string) => /[^\p{L}\d]/u.test(text);
const capitals = ({ text, kind }: Token) =>
  (kind === 'word' || kind === 'through') && /^\p{Lu}{1,3}$/u.test(text) && !noPart.test(text);

/**
 * The number of tokens from `index` on that are one lot written with spaces. Codes that are each long enough, or each of one shape, are
 * several lots; a letter or a short piece belongs to its neighbour.
 */
export function lotLength(tokens: readonly Token[], index: number, singular: boolean): number {
  const pieces = piecesFrom(tokens, index);
  const next = tokens[index + pieces.length];
  if (next?.kind === 'word' && next.gap === ' ' && pieces.at(-1)?.kind !== 'number') pieces.pop();
  if (pieces.length < 2) return 1;
  const texts = pieces.map(({ text }) => text);
  const long = texts.filter((text) => text.length >= 5);
  const alike = new Set(texts.map(lotShape)).size === 1;
  if (long.length > 1 || (alike && !singular) || (alike && (texts[0]?.length ?? 0) > 3)) return 1;
  const letters = /^\p{L}+$/u;
  if (long.length === 0)
    return texts.join('').length <= 14 && texts.some((text) => /\d/.test(text)) ? pieces.length : 1;
  const [first = '', second = ''] = texts;
  if (first.length >= 5) return letters.test(second) && second.length === 1 ? 2 : 1;
  return letters.test(first) && second.length >= 4 ? (letters.test(texts[2] ?? '1') ? 3 : 2) : 1;
}
