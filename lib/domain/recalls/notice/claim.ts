import type { TextSpan } from './notice.ts';

export type ClaimKind =
  | 'ndc'
  | 'date'
  | 'noise'
  | 'lotLabel'
  | 'expiryLabel'
  | 'label'
  | 'allLots'
  | 'except'
  | 'spared'
  | 'begins'
  | 'ends'
  | 'andAbove'
  | 'andBelow';

/** A stretch of text that one recogniser understood: no other one takes it as something else. */
export interface Claim extends TextSpan {
  readonly kind: ClaimKind;
}

/** A way to see one kind of thing in a notice. Patterns are global and bounded, so that any text takes linear time. */
export interface Recogniser {
  readonly kind: ClaimKind;
  readonly pattern: RegExp;
  /** A second examination of the match, where the text around it decides. */
  readonly accept?: (found: string, before: string, after: string) => boolean;
}

const around = 40;

/** Every place that the recogniser sees, in order. */
export function see(text: string, { kind, pattern, accept }: Recogniser): Claim[] {
  const claims: Claim[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - around), start);
    if (end > start && (accept?.(match[0], before, text.slice(end, end + around)) ?? true)) {
      claims.push({ kind, start, end });
    }
  }
  return claims;
}

/** The first recogniser keeps the text: later claims that overlap an earlier one are dropped. In the order of the text. */
export function settleClaims(text: string, claims: Iterable<Claim>): Claim[] {
  const taken = new Uint8Array(text.length);
  const settled: Claim[] = [];
  for (const claim of claims) {
    if (taken.subarray(claim.start, claim.end).includes(1)) continue;
    taken.fill(1, claim.start, claim.end);
    settled.push(claim);
  }
  return settled.sort((a, b) => a.start - b.start);
}

/** Values that follow a label one after another: `UPC 3 12345 67890 1, 3 12345 67891 8 and …`. Both patterns are sticky. */
export function listAfter(text: string, from: number, value: RegExp, between: RegExp, most = 1000): TextSpan[] {
  const values: TextSpan[] = [];
  let at = from;
  while (values.length < most) {
    value.lastIndex = at;
    const match = value.exec(text);
    if (!match) break;
    values.push({ start: at, end: value.lastIndex });
    between.lastIndex = value.lastIndex;
    if (!between.exec(text)) break;
    at = between.lastIndex;
  }
  return values;
}
