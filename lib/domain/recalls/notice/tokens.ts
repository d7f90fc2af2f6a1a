import type { Claim, ClaimKind } from './claim.ts';
import type { TextSpan } from './notice.ts';
import { endWithout, signs, startWithout } from './trim.ts';

type WordKind =
  | 'word'
  | 'number'
  | 'and'
  | 'through'
  | 'between'
  | 'dash'
  | 'comma'
  | 'break'
  | 'newline'
  | 'cell'
  | 'open'
  | 'close'
  | 'colon'
  | 'stop'
  | 'enumerator';

export interface Token extends TextSpan {
  readonly kind: ClaimKind | WordKind;
  readonly text: string;
  /** White space right before it, as written. */
  readonly gap: string;
}

const piece = /[^\S\n\t]+|\n|\t|[,;|•·●▪◦‣…]|[()[\]{}]|[^\s,;|()[\]{}•·●▪◦‣…]+/gu;
const marks: Readonly<Record<string, Token['kind']>> = {
  ',': 'comma',
  ';': 'break',
  '|': 'cell',
  '\t': 'cell',
  '\n': 'newline',
  '(': 'open',
  '[': 'open',
  '{': 'open',
  ')': 'close',
  ']': 'close',
  '}': 'close',
};
const words: Readonly<Record<string, Token['kind']>> = {
  ...Object.fromEntries(['and', 'y', '&', 'or', 'e', 'et', 'o', 'und', 'plus', '+'].map((word) => [word, 'and'])),
  ...Object.fromEntries(
    ['through', 'thru', 'to', 'hasta', 'al', 'a', 'à', 'bis', 'until', 'thr', '→', '->', '…', 'trough'].map((word) => [
      word,
      'through',
    ]),
  ),
  ...Object.fromEntries(['between', 'entre', 'from', 'desde', 'del'].map((word) => [word, 'between'])),
};
const before = signs(`"'“”‘’«»*#¿¡.†‡®™`);
const behind = signs(`"'“”‘’«»*†‡®™.!?`);
const dashes = signs('-\u2010\u2011\u2012\u2013\u2014\u2015/');
const closing = signs(`"'”’)`);

/** The text as the claims of the recognisers and, between them, words, numbers and punctuation. */
export function tokenise(text: string, claims: readonly Claim[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const claim of [...claims, { kind: 'word' as const, start: text.length, end: text.length }]) {
    pieces(text.slice(at, claim.start), at, tokens);
    const gap = /[^\S\n]*$/.exec(text.slice(Math.max(at, claim.start - 8), claim.start))?.[0] ?? '';
    if (claim.end > claim.start) tokens.push({ ...claim, text: text.slice(claim.start, claim.end), gap });
    at = claim.end;
  }
  return enumerate(tokens);
}

function pieces(part: string, offset: number, tokens: Token[]): void {
  let gap = '';
  for (const match of part.matchAll(piece)) {
    const start = offset + match.index;
    const [raw] = match;
    if (/^[^\S\n\t]/.test(raw)) {
      gap = raw;
      continue;
    }
    const sign = marks[raw] ?? (/^[•·●▪◦‣…]$/u.test(raw) && raw !== '…' ? 'break' : undefined);
    if (sign) tokens.push({ kind: sign, text: raw, start, end: start + raw.length, gap });
    else for (const token of wordTokens(raw, start, gap)) tokens.push(token);
    gap = '';
  }
}

function wordTokens(raw: string, start: number, gap: string): Token[] {
  if (/^[-\u2010-\u2015\u2212]+$/.test(raw)) return [{ kind: 'dash', text: raw, start, end: start + raw.length, gap }];
  if (/^\.{2,4}$/.test(raw)) return [{ kind: 'through', text: raw, start, end: start + raw.length, gap }];
  if (raw.includes(':') && !raw.includes('@')) return aroundColons(raw, start, gap);
  const bulleted = /^[-\u2010-\u2015]+(?=[\p{L}\d])/u.exec(raw)?.[0].length ?? 0;
  const bare = raw.slice(bulleted);
  const first = startWithout(bare, before);
  const whole = bare.slice(first, Math.max(first, endWithout(bare, behind)));
  const text = whole.slice(0, endWithout(whole, dashes));
  const lead = bulleted + first;
  const end = start + lead + text.length;
  const stop: Token[] = /[.!?]/.test(raw.charAt(endWithout(raw, closing) - 1))
    ? [{ kind: 'stop', text: '.', start: end, end: end + 1, gap: '' }]
    : [];
  if (!text) return stop;
  const kind = words[text.toLowerCase()] ?? (/\d/.test(text) ? 'number' : 'word');
  return [{ kind, text, start: start + lead, end, gap: bulleted > 0 ? `${gap}-` : gap }, ...stop];
}

function aroundColons(raw: string, start: number, gap: string): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const part of raw.split(/(:)/)) {
    const before = at === start ? gap : '';
    if (part === ':') tokens.push({ kind: 'colon', text: ':', start: at, end: at + 1, gap: before });
    else if (part) for (const token of wordTokens(part, at, before)) tokens.push(token);
    at += part.length;
  }
  return tokens;
}

/** `a)`, `(2)`, `3.` at the start of a line: the marks of a list. */
function enumerate(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const previous = result.at(-1);
    const short = previous !== undefined && /^(?:\p{L}|\d{1,2}|[ivx]{1,4}|\p{L}\d)$/iu.test(previous.text);
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close' && depth > 0) {
      depth -= 1;
      const opened = result.at(-2);
      if (short && opened?.kind === 'open' && tokens[index + 1]?.gap !== undefined) {
        result.splice(-2, 2, { ...opened, kind: 'enumerator', text: previous.text, end: token.end });
        continue;
      }
    } else if (
      (token.kind === 'close' && token.gap === '') ||
      (token.kind === 'stop' && (startsLine(result) || /^\p{Ll}$/u.test(previous?.text ?? '')))
    ) {
      if (short) {
        result[result.length - 1] = { ...previous, kind: 'enumerator', end: token.end };
        continue;
      }
    }
    result.push(token);
  }
  return result;
}

function startsLine(result: readonly Token[]): boolean {
  const before = result.at(-2)?.kind;
  return before === undefined || before === 'newline' || before === 'break';
}
