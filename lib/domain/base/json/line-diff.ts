/** One line of two texts side by side: the same on both, or only on one. */
export type DiffRow = { readonly left: string | null; readonly right: string | null };

/** Beyond this many pairs of lines to compare the middle is shown as replaced as a whole: a person reads no more than that anyway. */
const mostPairs = 4_000_000;

/** Lines of two texts beside each other: the longest run of common lines in order is the same, everything else was taken out or put in. */
export function lineDiff(before: string, after: string): readonly DiffRow[] {
  const left = before.split('\n');
  const right = after.split('\n');
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let tail = 0;
  while (tail < left.length - head && tail < right.length - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  const same = (line: string): DiffRow => ({ left: line, right: line });
  return [
    ...left.slice(0, head).map(same),
    ...middle(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    ...left.slice(left.length - tail).map(same),
  ];
}

function middle(left: readonly string[], right: readonly string[]): readonly DiffRow[] {
  if (left.length * right.length > mostPairs) return replaced(left, right);
  const width = right.length + 1;
  const common = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      common[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const rows: DiffRow[] = [];
  let from = { i: 0, j: 0 };
  let to = { i: 0, j: 0 };
  while (to.i < left.length && to.j < right.length) {
    const { i, j } = to;
    if (left[i] === right[j]) {
      rows.push(...replaced(left.slice(from.i, i), right.slice(from.j, j)), {
        left: left[i] ?? '',
        right: right[j] ?? '',
      });
      to = { i: i + 1, j: j + 1 };
      from = to;
    } else to = at(i + 1, j) >= at(i, j + 1) ? { i: i + 1, j } : { i, j: j + 1 };
  }
  return [...rows, ...replaced(left.slice(from.i), right.slice(from.j))];
}

function replaced(left: readonly string[], right: readonly string[]): readonly DiffRow[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    left: left[index] ?? null,
    right: right[index] ?? null,
  }));
}
