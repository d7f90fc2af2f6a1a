/**
 * Ends of a text by index: a pattern such as `[!?]+$` is tried from every position of a run that does not stand at the end, and takes the
 * square of its length.
 */
export type Signs = ReadonlySet<string>;

export const signs = (all: string): Signs => new Set(all);

/** The index at which the text begins without such signs at its front. */
export function startWithout(text: string, drop: Signs): number {
  let at = 0;
  while (at < text.length && drop.has(text.charAt(at))) at += 1;
  return at;
}

/** The index at which the text ends without such signs at its back. */
export function endWithout(text: string, drop: Signs): number {
  let at = text.length;
  while (at > 0 && drop.has(text.charAt(at - 1))) at -= 1;
  return at;
}
