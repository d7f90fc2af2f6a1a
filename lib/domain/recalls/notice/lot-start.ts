import { lotLength } from './fragments.ts';
import { isLotLike, isTelling, isYear, lotShape } from './lot-shape.ts';
import { bounds, filler, type NoticeReading } from './reading.ts';
import type { Token } from './tokens.ts';
import { unusualLot } from './unusual-lot.ts';

/** Unknown words between a label and a lot, and what must follow the lot then: "the lots from Springfield 55000 – 55020". */
const wordsBetween = 5;

/** The greatest distance of a lot's date from the lot in its list, in tokens: other lots of that date lie between. */
const farthestDate = 40;
const closes: readonly (Token['kind'] | undefined)[] = [
  ...([undefined, 'comma', 'break', 'newline', 'close', 'expiryLabel', 'stop', 'and'] as const),
  ...(['dash', 'through', 'date', 'open', 'spared'] as const),
];

/** `14/2015`: meant as a date, whatever its month. */
const monthless = /^\d{1,2}\/(?:19|20)\d\d$/;

/** The number of tokens from `index` on that are one lot's number, given the reader's position; 0 when no lot begins here. */
export function lotAt(reading: NoticeReading, index: number): number {
  const { tokens, place, words } = reading;
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token) return 0;
  const special = unusualLot(reading, index) || spacedLike(reading, index);
  if (special > 0) return special;
  const near = place === 'list' || (place === 'expecting' && words === 0);
  const singular = before?.kind === 'lotLabel';
  if (near && startsInLetters(before, token)) {
    const count = lotLength(tokens, index, true);
    if (count > 1) return count;
  }
  return token.kind === 'number' && accepts(reading, index, token) ? lotLength(tokens, index, singular) : 0;
}

/** `23 104 and 23 105`: pieces that stand as those of the lot before them did, right after "and" or a comma. */
function spacedLike({ text, tokens, named, place }: NoticeReading, index: number): number {
  const last = named.at(-1)?.what;
  const before = tokens[index - 1]?.kind;
  if (
    place !== 'list' ||
    !last ||
    !('lot' in last) ||
    !last.lot.includes(' ') ||
    (before !== 'and' && before !== 'comma')
  )
    return 0;
  const count = lotLength(tokens, index, true);
  const end = tokens[index + count - 1]?.end ?? 0;
  return lotShape(text.slice(tokens[index]?.start, end)) === lotShape(last.lot) ? count : 0;
}

function accepts(
  { tokens, zones, place, words, bare, named, prose }: NoticeReading,
  index: number,
  { text }: Token,
): boolean {
  const before = tokens[index - 1];
  const siblings = named.slice(-3).flatMap(({ what }) => ('lot' in what ? [what.lot] : []));
  const alike = siblings.some((lot) => lotShape(lot) === lotShape(text) && !isYear(lot));
  if (!isLotLike(text) || (monthless.test(text) && before?.kind !== 'lotLabel')) return false;
  if (prose.has(index) && !isDated(tokens, index)) return false;
  if (zones.get(index) === 'row' || (bare && isCell(tokens, index))) return isTelling(text);
  const direct = before?.kind !== 'word' || filler.test(before.text);
  switch (place) {
    case 'expecting':
      if (isYear(text)) return alike || (before?.kind === 'lotLabel' && /[#:]\s*$/.test(before.text));
      if (before?.kind === 'colon' && text.length > 3 && closes.includes(tokens[index + 1]?.kind)) return true;
      if (!direct) return words <= wordsBetween && isTelling(text) && closes.includes(tokens[index + 1]?.kind);
      return words === 0 || (isTelling(text) && before?.kind !== 'number');
    case 'list':
      if (isYear(text) && !alike) return false;
      return bare ? isTelling(text) : alike || text.length > 2;
    case 'words':
      return (
        ((before?.kind === 'comma' || before?.kind === 'and') && siblings.some((lot) => isAkin(lot, text))) ||
        (alike && text.length > 4 && /\p{L}/u.test(text)) ||
        goesOn(tokens, index, siblings)
      );
    case 'start':
      return (
        (isTelling(text) && begins(before, text, siblings) && tokens[index + 1]?.kind !== 'word') ||
        goesOn(tokens, index, siblings)
      );
    default:
      return goesOn(tokens, index, siblings);
  }
}

/** Positions where an item of a list may begin; after a full stop one that is made as the lots before it: of digits alone, or not. */
function begins(before: Token | undefined, text: string, siblings: readonly string[]): boolean {
  const digits = /^\d+$/;
  if (before?.kind !== 'stop' || siblings.length === 0) return bounds.includes(before?.kind);
  return siblings.some((lot) => digits.test(lot) === digits.test(text));
}

/** `17231980, Exp Aug-25 at Harrow 17232044, Exp …`: after other words, a code shaped as the lots before it, and like them with its date. */
function goesOn(tokens: readonly Token[], index: number, siblings: readonly string[]): boolean {
  const text = tokens[index]?.text ?? '';
  if (!isTelling(text) || !siblings.some((lot) => lotShape(lot) === lotShape(text))) return false;
  const label = tokens[index - 1]?.kind === 'colon' ? tokens[index - 2] : tokens[index - 1];
  return (label?.kind !== 'label' || /^products?$/i.test(label.text)) && isDated(tokens, index);
}

/** True where a date follows, with no more than other lots of that date and a few short words between. */
function isDated(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? '';
  for (const { kind, text: next } of tokens.slice(index + 1, index + farthestDate)) {
    if (kind === 'date' || kind === 'expiryLabel') return true;
    const same = kind === 'number' && lotShape(next) === lotShape(text);
    if (!same && kind !== 'comma' && kind !== 'stop' && kind !== 'open' && !(kind === 'word' && next.length < 5))
      return false;
  }
  return false;
}

/** Alone between wide gaps, tabs or line ends: a cell of a table that lost its header. */
function isCell(tokens: readonly Token[], index: number): boolean {
  const edges: readonly (Token['kind'] | undefined)[] = [undefined, 'newline', 'cell'];
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  const left = edges.includes(before?.kind) || (token?.gap.length ?? 0) > 1;
  return left && (edges.includes(after?.kind) || (after?.gap.length ?? 0) > 1);
}

/** True where a code after other words still belongs to the list: letters and digits, about as long, beginning like a lot of it. */
function isAkin(lot: string, text: string): boolean {
  return isTelling(text) && /\p{L}/u.test(text) && Math.abs(lot.length - text.length) < 2 && lot[0] === text[0];
}

/** `Lot AB 12345`: letters set apart from the digits that follow them. */
function startsInLetters(before: Token | undefined, { text }: Token): boolean {
  const starts: readonly (Token['kind'] | undefined)[] = ['lotLabel', 'comma', 'break', 'colon'];
  return starts.includes(before?.kind) && /^\p{Lu}{1,3}$/u.test(text);
}
