import { ndcForms, sameNdc } from '#lib/domain/recalls/notice/codes/ndc';
import type { Notice } from './notice.ts';

export interface CandidateLot {
  readonly item: string;
  readonly lot: string;
  readonly ndc: string | null;
  readonly productName: string | null;
  /** ISO date. */
  readonly expiryDate: string | null;
}

/** The relation of the notice's product to a held item's. */
export type ProductMatch = 'ndc' | 'other-ndc' | 'name' | 'unknown';

const generic =
  /^(?:tablets?|capsules?|injection|solution|oral|cream|ointment|suspension|syrup|vial|bottle|sodium|hydrochloride|acid|extended|release|comprimidos?|tabletas?|c[áa]psulas?|soluci[óo]n|inyectable|jarabe|crema|sodio|clorhidrato)$/i;

const letters = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a notice, once, for comparing names with it. */
export const letterWords = (text: string): ReadonlySet<string> => new Set(letters(text).match(/\p{L}{4,}/gu) ?? []);

export function matchProduct(notice: Notice, words: ReadonlySet<string>, held: CandidateLot): ProductMatch {
  const { ndc } = held;
  if (ndc !== null && ndcForms(ndc).length > 0 && notice.ndcs.length > 0) {
    return notice.ndcs.some((named) => sameNdc(named, ndc)) ? 'ndc' : 'other-ndc';
  }
  const name = letters(held.productName ?? '').match(/\p{L}{4,}/gu) ?? [];
  return name.some((word) => !generic.test(word) && words.has(word)) ? 'name' : 'unknown';
}
