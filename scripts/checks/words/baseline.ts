import { createHash } from 'node:crypto';

/** Something that breaks a rule of the words, at a place a person can open. */
export type Finding = {
  /** The path of a file for code, `en screens.shell.recalls` for a text. */
  readonly id: string;
  readonly at: string;
  readonly word: string;
  readonly say: string;
  /** Content the finding was made on; a text that changes loses its place in the baseline. */
  readonly content?: string;
};

/** Findings from before the check existed: per id and word the number of them, and for a text its digest. They may only become fewer. */
export type Baseline = Readonly<
  Record<string, { readonly digest?: string; readonly words: Readonly<Record<string, number>> }>
>;

/** Findings that the baseline does not cover. Of several with one word in one file the last ones count as new. */
export function newFindings(findings: readonly Finding[], baseline: Baseline): Finding[] {
  const seen = new Map<string, number>();
  return findings.filter(({ id, word, content }) => {
    const known = baseline[id];
    const count = (seen.get(`${id} ${word}`) ?? 0) + 1;
    seen.set(`${id} ${word}`, count);
    return known === undefined || known.digest !== digestOf(content) || count > (known.words[word] ?? 0);
  });
}

/** The baseline without what is fixed by now. It never grows: a new finding does not enter it. */
export function shrunk(baseline: Baseline, findings: readonly Finding[]): Baseline {
  const now = baselineOf(findings);
  return Object.fromEntries(
    Object.entries(baseline).flatMap(([id, { digest, words }]) => {
      const present = now[id];
      if (present === undefined || present.digest !== digest) return [];
      const left = Object.entries(words).flatMap(([word, count]) => {
        const still = Math.min(count, present.words[word] ?? 0);
        return still === 0 ? [] : [[word, still] as const];
      });
      return left.length === 0
        ? []
        : [[id, { ...(digest !== undefined && { digest }), words: Object.fromEntries(left) }]];
    }),
  );
}

/** True where the baseline covers nothing that is already fixed. */
export function isTight(baseline: Baseline, findings: readonly Finding[]): boolean {
  return JSON.stringify(shrunk(baseline, findings)) === JSON.stringify(baseline);
}

export function baselineOf(findings: readonly Finding[]): Baseline {
  const ids = Map.groupBy(findings, ({ id }) => id);
  return Object.fromEntries(
    [...ids].map(([id, found]) => {
      const digest = digestOf(found[0]?.content);
      const words = [...Map.groupBy(found, ({ word }) => word)].map(([word, uses]) => [word, uses.length]);
      return [id, { ...(digest !== undefined && { digest }), words: Object.fromEntries(words) }];
    }),
  );
}

/** The file of the baseline: one line per id, so that a diff shows what was fixed. */
export function written(baseline: Baseline): string {
  const lines = Object.entries(baseline).map(([id, entry]) => ` ${JSON.stringify(id)}: ${JSON.stringify(entry)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function digestOf(content: string | undefined): string | undefined {
  return content === undefined ? undefined : createHash('sha256').update(content).digest('hex').slice(0, 8);
}
