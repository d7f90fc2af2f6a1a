import { lotLength } from './fragments.ts';
import { isLotLike, isTelling, isYear, lotShape } from './lot-shape.ts';
import { bounds, filler, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';

const notALot =
  /^(?:SEE|ALL|NONE|VARIOUS|TBD|UNKNOWN|NUMBERS?|CODES?|EXP|EXPIRY|NDC|UPC|DATE|SIZE|LIST|BELOW|NOT|AND|THE|PRODUCT|RECALL|AFFECTED|USP|TABLETS?|CAPSULES?|NO|TODOS|MULTIPLE|SERIAL)$/;
const endings: readonly (Token['kind'] | undefined)[] = [
  undefined,
  'comma',
  'break',
  'newline',
  'close',
  'expiryLabel',
  'stop',
  'and',
];

/** Unknown words between a label and a lot, and what must follow the lot then: "the lots from Springfield 55000 – 55020". */
const wordsBetween = 5;
const closes: readonly (Token['kind'] | undefined)[] = [...endings, 'dash', 'through', 'date', 'open', 'spared'];

/** How many tokens from `index` on are one lot's number, given where the reader stands; 0 when no lot begins here. */
export function lotAt(reading: Reading, index: number): number {
  const { tokens, place, words } = reading;
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token) return 0;
  if (isDashedLot(before, token) || isCapitalLot(before, token, tokens[index + 1])) return 1;
  const spaced = spacedLike(reading, index);
  if (spaced > 0) return spaced;
  const near = place === 'list' || (place === 'expecting' && words === 0);
  const singular = before?.kind === 'lotLabel';
  if (near && startsInLetters(before, token)) {
    const count = lotLength(tokens, index, true);
    if (count > 1) return count;
  }
  return token.kind === 'number' && accepts(reading, index, token) ? lotLength(tokens, index, singular) : 0;
}

/** `23 104 and 23 105`: pieces that stand as those of the lot before them did, right after "and" or a comma. */
function spacedLike({ text, tokens, named, place }: Reading, index: number): number {
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

function accepts({ tokens, zones, place, words, bare, named }: Reading, index: number, { text }: Token): boolean {
  const before = tokens[index - 1];
  const siblings = named.slice(-3).flatMap(({ what }) => ('lot' in what ? [what.lot] : []));
  const alike = siblings.some((lot) => lotShape(lot) === lotShape(text) && !isYear(lot));
  if (!isLotLike(text)) return false;
  if (zones.get(index) === 'row' || (bare && isCell(tokens, index))) return isTelling(text);
  const direct = before?.kind !== 'word' || filler.test(before.text);
  switch (place) {
    case 'expecting':
      if (isYear(text)) return alike || (before?.kind === 'lotLabel' && /[#:]\s*$/.test(before.text));
      if (!direct) return words <= wordsBetween && isTelling(text) && closes.includes(tokens[index + 1]?.kind);
      return words === 0 || (isTelling(text) && before?.kind !== 'number');
    case 'list':
      if (isYear(text) && !alike) return false;
      return bare ? isTelling(text) : alike || text.length > 2;
    case 'words':
      return (before?.kind === 'comma' || before?.kind === 'and') && siblings.some((lot) => isAkin(lot, text));
    case 'start':
      return isTelling(text) && bounds.includes(before?.kind) && tokens[index + 1]?.kind !== 'word';
    default:
      return false;
  }
}

/** Alone between wide gaps, tabs or line ends: a cell of a table that lost its header. */
function isCell(tokens: readonly Token[], index: number): boolean {
  const edges: readonly (Token['kind'] | undefined)[] = [undefined, 'newline', 'cell'];
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  const left = edges.includes(before?.kind) || (token?.gap.length ?? 0) > 1;
  return left && (edges.includes(after?.kind) || (after?.gap.length ?? 0) > 1);
}

/** Whether a code after other words still belongs to the list: letters and digits, about as long, beginning like a lot of it. */
function isAkin(lot: string, text: string): boolean {
  return isTelling(text) && /\p{L}/u.test(text) && Math.abs(lot.length - text.length) < 2 && lot[0] === text[0];
}

/** `Lot AB 12345`: letters set apart from the digits that follow them. */
function startsInLetters(before: Token | undefined, { text }: Token): boolean {
  const starts: readonly (Token['kind'] | undefined)[] = ['lotLabel', 'comma', 'break', 'colon'];
  return starts.includes(before?.kind) && /^\p{Lu}{1,3}$/u.test(text);
}

/** `Lot: 08-21-2019`: right after the label, with dashes, it is the lot. */
function isDashedLot(before: Token | undefined, { kind, text }: Token): boolean {
  return kind === 'date' && before?.kind === 'lotLabel' && /^\d{1,4}(?:-\d{2,4}){1,2}$/.test(text);
}

/** `Lot # CUFT EXP 2 2000`: letters alone are a lot right after the label, where nothing but its end follows. */
function isCapitalLot(before: Token | undefined, { kind, text }: Token, after: Token | undefined): boolean {
  const letters = kind === 'word' && /^\p{Lu}{3,10}$/u.test(text) && !notALot.test(text);
  return letters && before?.kind === 'lotLabel' && endings.includes(after?.kind);
}
