import { isLotLike, lotShape } from './lot-shape.ts';
import type { NamedLots } from './named.ts';
import { fullEnd, hyphenRange, lotsBetween } from './range.ts';
import type { Token } from './tokens.ts';

interface Found {
  readonly named: readonly Omit<NamedLots, 'spared'>[];
  /** The last token that belongs to it. */
  readonly last: number;
}

const skipped: readonly (Token['kind'] | undefined)[] = ['lotLabel', 'colon'];
const andIncluding = /^(?:and|including|el|la|lot|lots|lote|number|no|up|to|#)$/i;

/** A range that begins with the lot at `index`: "12345 through 12360", "A1-A9", "between 1 and 9"; null when it is a lot alone. */
export function rangeFrom(text: string, tokens: readonly Token[], index: number, count: number): Found | null {
  const first = tokens[index];
  const lastPiece = tokens[index + count - 1];
  if (!first || !lastPiece) return null;
  const from = text.slice(first.start, lastPiece.end);
  const hyphen = count === 1 ? hyphenRange(from) : null;
  if (hyphen) return { named: [{ at: index, start: first.start, end: first.end, what: hyphen }], last: index };
  const joinAt = index + count;
  const join = tokens[joinAt];
  const opener = tokens[tokens[index - 1]?.kind === 'lotLabel' ? index - 2 : index - 1];
  const opened = opener?.kind === 'between';
  const joins =
    join?.kind === 'through' ||
    join?.kind === 'dash' ||
    (join?.kind === 'and' && /^(?:between|entre)$/i.test(opener?.text ?? '')) ||
    /^up$/i.test(join?.text ?? '');
  if (!join || !joins) return null;
  let at = joinAt + 1;
  while (at < joinAt + 5 && (skipped.includes(tokens[at]?.kind) || andIncluding.test(tokens[at]?.text ?? ''))) at += 1;
  const end = tokens[at];
  const isLot = (end?.kind === 'number' || end?.kind === 'date') && isLotLike(end.text);
  if (!end || !(isLot || (end.kind === 'word' && fullEnd(from, end.text)))) return null;
  const last = at + count - 1;
  const printed = text.slice(end.start, tokens[last]?.end ?? end.end);
  if (!reaches(from, printed, join, opened)) return null;
  const to = fullEnd(from, printed) ?? printed;
  return {
    named: [
      {
        at: index,
        start: first.start,
        end: first.start + text.slice(first.start, tokens[last]?.end ?? end.end).length,
        what: { from, to },
      },
    ],
    last,
  };
}

/** Weak joints ("to", "a", a dash) need lots of one shape; "through" and "hasta" say range by themselves. */
function reaches(from: string, to: string, join: Token, opened: boolean): boolean {
  if (opened || /^(?:through|thru|hasta|trough)$/i.test(join.text)) return true;
  const steps = lotsBetween(from, to);
  return (
    (steps !== null && steps > 0) ||
    fullEnd(from, to) !== null ||
    (join.kind === 'through' && lotShape(from) === lotShape(to))
  );
}

/** The lot at `index`, with what "and higher" after it adds, or as two where a slash holds two of one shape. */
export function afterLot(text: string, tokens: readonly Token[], index: number, count: number): Found {
  const first = tokens[index];
  const lastPiece = tokens[index + count - 1];
  if (!first || !lastPiece) return { named: [], last: index };
  const span = { at: index, start: first.start, end: lastPiece.end };
  const lot = text.slice(span.start, span.end);
  const next = tokens[index + count];
  const [left = '', right = '', more] = lot.split('/');
  if (
    more === undefined &&
    right.length >= 5 &&
    lotShape(left) === lotShape(right) &&
    isLotLike(left) &&
    isLotLike(right)
  ) {
    const middle = span.start + left.length;
    const halves = [
      { ...span, end: middle, what: { lot: left } },
      { ...span, start: middle + 1, what: { lot: right } },
    ];
    return { named: halves, last: index + count - 1 };
  }
  const open = next?.kind === 'andAbove' ? 'from' : next?.kind === 'andBelow' ? 'upTo' : null;
  const named = [{ ...span, what: { lot } }];
  return open
    ? { named: [...named, { ...span, what: { kind: open, value: lot } }], last: index + count }
    : { named, last: index + count - 1 };
}
