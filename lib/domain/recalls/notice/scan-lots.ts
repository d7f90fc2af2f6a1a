import { excludePrecedingLots } from './exclude-preceding-lots.ts';
import { beginExclusion, exclusionPast } from './exclusions.ts';
import { lotAt } from './lot-start.ts';
import type { NamedLots } from './named.ts';
import { bounds, filler, type NoticeReading, soft, startReading } from './reading.ts';
import { tableZones } from './table.ts';
import { takeDescription, takeLot } from './take-lot.ts';
import type { Token } from './tokens.ts';

const wordsBeforeLot = 14;
const linesBeforeLot = 4;

const labels: readonly Token['kind'][] = ['lotLabel', 'allLots', 'begins', 'ends'];

/** The lots, ranges and descriptions that the text names. Where labels lead to nothing, once more as if there were none. */
export function scanLots(text: string, tokens: readonly Token[]): NamedLots[] {
  const labelled = tokens.some(({ kind }) => labels.includes(kind));
  const named = labelled ? scan(text, tokens, false) : [];
  const nothing = named.length === 0 && !tokens.some(({ kind }) => kind === 'allLots');
  return nothing ? scan(text, tokens, true) : named;
}

/** Reads from the first token to the last. */
function scan(text: string, tokens: readonly Token[], bare: boolean): NamedLots[] {
  const reading = startReading(text, tokens, tableZones(tokens), bare);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const zone = reading.zones.get(index);
    if (!token || zone === 'skip') continue;
    if (zone === 'lot' && reading.zones.get(index - 1) !== 'lot') expectLot(reading);
    if (takeDescription(reading, index, token)) continue;
    const count = lotAt(reading, index);
    if (count > 0) index = takeLot(reading, index, count);
    else passBy(reading, index, token);
  }
  return reading.named;
}

function expectLot(reading: NoticeReading): void {
  Object.assign(reading, { place: 'expecting', words: 0, lines: 0 } satisfies Partial<NoticeReading>);
}

/** Moves the reader past a token that is no lot. */
function passBy(reading: NoticeReading, index: number, token: Token): void {
  const before = reading.tokens[index - 1];
  const after = reading.tokens[index + 1];
  reading.sparing = exclusionPast(reading, index, token);
  switch (token.kind) {
    case 'lotLabel':
    case 'allLots':
      expectLot(reading);
      break;
    case 'begins':
    case 'ends':
      reading.describing = token.kind;
      break;
    case 'except':
      beginExclusion(reading, index);
      break;
    case 'spared':
      excludePrecedingLots(reading, index);
      reading.place = 'words';
      break;
    case 'label':
      passLabel(reading, token, after);
      break;
    case 'open':
      reading.outer.push(reading.place);
      reading.opened = reading.named.length;
      break;
    case 'close': {
      const outside = reading.outer.pop();
      if (outside && !(outside === 'expecting' && reading.place === 'list')) reading.place = outside;
      break;
    }
    case 'newline':
      passLine(reading, before);
      break;
    case 'break':
    case 'cell':
    case 'enumerator':
      if (reading.place === 'words') reading.place = 'start';
      if (token.kind === 'break') reading.part = reading.named.length;
      break;
    case 'stop':
      if (before?.kind === 'lotLabel' || reading.zones.has(index)) break;
      if (reading.place === 'expecting') reading.place = reading.bare ? 'start' : 'nowhere';
      else if (reading.place !== 'nowhere') reading.place = 'start';
      reading.part = reading.named.length;
      break;
    case 'word':
      if (!reading.zones.has(index)) passWord(reading, token, before);
      break;
    default:
      break;
  }
}

/** A label of something else ends the list when a colon follows; a code or NDC with its label does not. */
function passLabel(reading: NoticeReading, token: Token, after: Token | undefined): void {
  const labelled = after?.kind === 'ndc' || after?.kind === 'noise' || after?.kind === 'number';
  if (labelled && reading.place !== 'list') return;
  if (after?.kind !== 'colon' && !token.text.endsWith(':')) return;
  if (reading.bare) reading.place = 'words';
  else if (reading.place !== 'expecting' || reading.lines > 0) reading.place = 'nowhere';
}

function passLine(reading: NoticeReading, before: Token | undefined): void {
  const blank = before?.kind === 'newline';
  reading.lines += 1;
  reading.outer = [];
  if (reading.place === 'words' || (blank && reading.place === 'list')) reading.place = 'start';
  if (reading.lines > linesBeforeLot && !reading.bare) reading.place = 'nowhere';
}

function passWord(reading: NoticeReading, { text }: Token, before: Token | undefined): void {
  if (reading.place !== 'expecting' || !filler.test(text)) reading.words += 1;
  if (reading.place === 'list' && !soft.test(text)) reading.place = bounds.includes(before?.kind) ? 'start' : 'words';
  if (reading.place === 'expecting' && reading.words > wordsBeforeLot) reading.place = 'nowhere';
}
