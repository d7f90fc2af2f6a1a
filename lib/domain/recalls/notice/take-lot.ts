import type { NamedLots } from './named.ts';
import { lotsBetween } from './range.ts';
import { filler, type NoticeReading } from './reading.ts';
import { afterLot, rangeFrom } from './scan-range.ts';
import type { Token } from './tokens.ts';

/** After "beginning with": the letters or digits it names, one or several. */
export function takeDescription(reading: NoticeReading, index: number, { kind, text, start, end }: Token): boolean {
  if (!reading.describing) return false;
  if (kind === 'number' || (kind !== 'and' && /^\p{Lu}{1,4}$/u.test(text))) {
    const begun = reading.named.at(-1);
    const from =
      reading.describing === 'ends' && begun && 'kind' in begun.what && begun.what.kind === 'begins'
        ? begun.what.value
        : '';
    const what = { kind: reading.describing, value: text };
    if (begun && (lotsBetween(from, text) ?? 0) > 0) {
      reading.named[reading.named.length - 1] = { ...begun, end, what: { from, to: text } };
    } else reading.named.push({ at: index, start, end, what, spared: reading.sparing });
    return true;
  }
  if (kind !== 'comma' && kind !== 'and' && !filler.test(text)) reading.describing = null;
  return false;
}

/** Notes the lot or range of `count` tokens at `index`; says the last token that belongs to it. */
export function takeLot(reading: NoticeReading, index: number, count: number): number {
  const { text, tokens, named, sparing } = reading;
  const found = rangeFrom(text, tokens, index, count) ?? afterLot(text, tokens, index, count);
  for (const one of found.named) named.push({ ...one, what: unshortened(reading, index, one.what), spared: sparing });
  Object.assign(reading, { place: 'list', words: 0, lines: 0 } satisfies Partial<NoticeReading>);
  return found.last;
}

/** `4500123, -124`: the lot is 4500124. */
function unshortened({ tokens, named }: NoticeReading, index: number, what: NamedLots['what']): NamedLots['what'] {
  const before = tokens[index - 1]?.kind;
  const last = named.at(-1)?.what;
  if (!('lot' in what) || !last || !('lot' in last) || !tokens[index]?.gap.endsWith('-')) return what;
  const short =
    (before === 'comma' || before === 'and') && /^\d{1,4}$/.test(what.lot) && what.lot.length < last.lot.length;
  return short ? { lot: last.lot.slice(0, -what.lot.length) + what.lot } : what;
}
