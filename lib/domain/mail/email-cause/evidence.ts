import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/**
 * The weight of one sign. 4: settles it, even against words that point elsewhere (`sender address rejected: user unknown`). 3: words that
 * name the fact. 2: an enhanced code with one meaning, or words that usually mean it. 1: a lean, when nothing better is there. 0: a guess
 * from its subject, when nothing at all is there.
 */
export type Weight = 0 | 1 | 2 | 3 | 4;

export type Evidence = { readonly cause: EmailCauseWord; readonly weight: Weight; readonly by: string };

/**
 * Between equals the one wins that does the least harm when wrong: a doctor who changes a right address is the worst,
 * a patient asked for another mailbox the next.
 */
const harmless: readonly EmailCauseWord[] = ['refused', 'sender', 'mailbox', 'passing', 'address', 'unknown'];

export function strongest(evidence: readonly Evidence[]): Evidence | null {
  let best: Evidence | null = null;
  for (const one of evidence) {
    const more = best === null ? 1 : one.weight - best.weight;
    if (best === null || more > 0) best = one;
    else if (more === 0 && harmless.indexOf(one.cause) < harmless.indexOf(best.cause)) best = one;
  }
  return best;
}
