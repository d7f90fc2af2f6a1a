import { isTelling, lotShape } from './lot-shape.ts';
import type { Sparing } from './named.ts';
import type { NoticeReading } from './reading.ts';
import type { Token } from './tokens.ts';

const mostLookedBack = 40;
const articles = /^(?:the|for|these|those|following|el|la|los|las|del|de|al|siguientes?)$/i;

/** Before the exception they turn its meaning round: "no lots are affected other than …", "all lots passed except …". */
const turning =
  /^(?:no|not|none|never|cannot|unable|without|ning[úu]n[oa]?|nunca|nadie|sin|met|meets?|pass(?:ed|es)?|compl(?:y|ies|ied)|conform\p{L}*|safe|acceptable|unaffected|cumpl\p{L}+|aprob\p{L}+|apt[oa]s?|segur[oa]s?)$/iu;
const ending: readonly (Token['kind'] | undefined)[] = [undefined, 'stop', 'newline', 'break'];

/** At "except", "other than", "Lots not affected:": what follows decides whether it takes out lots at all. */
export function beginExclusion(reading: NoticeReading, index: number): void {
  const { tokens, named } = reading;
  const label = tokens[index + 1]?.kind === 'colon' || isHeading(tokens, index);
  const object = objectOf(tokens, index);
  const before = sentenceBefore(tokens, index);
  const siblings = named.slice(reading.part).slice(-3);
  const alike = siblings.some(({ what }) => 'lot' in what && object && lotShape(what.lot) === lotShape(object.text));
  const ofLots = alike || before.some(({ kind }) => kind === 'lotLabel' || kind === 'allLots');
  const list = object?.kind === 'number' && ofLots && (alike || isTelling(object.text));
  if (label || list)
    Object.assign(reading, { place: 'expecting', words: 0, lines: 0 } satisfies Partial<NoticeReading>);
  const direct = label || list || object?.kind === 'lotLabel';
  const turned = before.some(({ text }) => turning.test(text));
  reading.sparing = direct && !turned ? 'sure' : 'unsure';
  const labelled = label || (object?.kind === 'lotLabel' && object.text.trimEnd().endsWith(':'));
  const since = named.length;
  Object.assign(reading, { sparedUnder: labelled, sparedFrom: since, part: since } satisfies Partial<NoticeReading>);
}

/** `Lots not affected` alone on its line. */
function isHeading(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.kind === 'newline' && /^(?:lots?|lotes?)\s/i.test(tokens[index]?.text ?? '');
}

/** The first word after the exception: articles and signs in front of it don't count. */
function objectOf(tokens: readonly Token[], index: number): Token | undefined {
  for (let at = index + 1; at < index + 7; at += 1) {
    const token = tokens[at];
    const passed = token?.kind === 'open' || token?.kind === 'dash' || (token && articles.test(token.text));
    if (!passed) return token;
  }
  return undefined;
}

function sentenceBefore(tokens: readonly Token[], index: number): readonly Token[] {
  let from = index;
  while (from > index - mostLookedBack && !ending.includes(tokens[from - 1]?.kind)) from -= 1;
  return tokens.slice(from, index);
}

/** True where a lot was named since the exception. */
const hasSpared = ({ named, sparedFrom }: NoticeReading) => named.length > sparedFrom;

/** The effect of a token that is no lot on an open exception: it goes on, gets unsure, or ends. */
export function exclusionPast(reading: NoticeReading, index: number, token: Token): Sparing {
  const { tokens, sparing, sparedUnder } = reading;
  if (sparing === 'no') return 'no';
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const spared = hasSpared(reading);
  const labels = after?.kind === 'colon' || token.text.trimEnd().endsWith(':');
  switch (token.kind) {
    case 'allLots':
      return 'no';
    case 'lotLabel':
      if (spared ? before?.kind !== 'and' : labels && !isOwnLabel(tokens, index)) return 'no';
      return labels && before?.kind === 'newline' ? 'unsure' : sparing;
    case 'label':
      return labels ? 'no' : 'unsure';
    case 'stop':
      return before?.kind === 'lotLabel' ? sparing : 'no';
    case 'newline':
      if (before?.kind === 'newline' && (spared || !sparedUnder)) return 'no';
      if (sparedUnder) return sparing;
      return goesOnAfter(before) ? 'unsure' : 'no';
    case 'break':
      if (sparedUnder) return sparing;
      return spared && after?.kind === 'number' ? 'unsure' : 'no';
    case 'close':
      return spared ? 'no' : sparing;
    case 'word':
      if (sparedUnder && (spared || labels) && ending.includes(before?.kind)) return 'no';
      return articles.test(token.text) ? sparing : 'unsure';
    case 'ndc':
    case 'noise':
      return spared ? sparing : 'unsure';
    default:
      return sparing;
  }
}

/** A line that breaks after the exception's own word, a comma or "and" goes on. */
const goesOnAfter = (before: Token | undefined) =>
  before?.kind === 'except' || before?.kind === 'comma' || before?.kind === 'and';

/** "other than Lot: 123", "Not affected: Lots: 1, 2": the exception's own label, and no other field's. */
function isOwnLabel(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (
    at > index - 7 &&
    (tokens[at]?.kind === 'colon' || tokens[at]?.kind === 'newline' || articles.test(tokens[at]?.text ?? ''))
  )
    at -= 1;
  const [first, next] = [tokens[at], tokens[at + 1]];
  return first?.kind === 'except' && (next?.kind !== 'newline' || isHeading(tokens, at));
}
