import { diffArrays } from 'diff';

/** One line of two texts side by side: the same on both, or only on one. */
export type DiffRow = { readonly left: string | null; readonly right: string | null };

/** With more lines changed than this, the texts are shown as replaced as a whole: a person reads no more than that anyway. */
const maxEditLength = 1_000;

/** Lines of two texts beside each other: the longest run of common lines in order is the same, everything else was taken out or put in. */
export function lineDiff(before: string, after: string): readonly DiffRow[] {
  const left = before.split('\n');
  const right = after.split('\n');
  const parts = diffArrays(left, right, { maxEditLength });
  if (parts === undefined) return replaced(left, right);
  const rows: DiffRow[] = [];
  let removed: readonly string[] = [];
  let added: readonly string[] = [];
  for (const part of parts) {
    if (part.removed) removed = part.value;
    else if (part.added) added = part.value;
    else {
      rows.push(...replaced(removed, added), ...part.value.map((line) => ({ left: line, right: line })));
      removed = added = [];
    }
  }
  return [...rows, ...replaced(removed, added)];
}

function replaced(left: readonly string[], right: readonly string[]): readonly DiffRow[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    left: left[index] ?? null,
    right: right[index] ?? null,
  }));
}
