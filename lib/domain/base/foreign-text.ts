const mark = '…';

/**
 * Words of another system, such as a mail server's reply, in a form that every column accepts: characters that PostgreSQL refuses (U+0000,
 * half of a surrogate pair) are replaced by U+FFFD, and text longer than `most` UTF-16 units is cut at a whole character, with a mark.
 */
export function foreignText(said: string, most: number): string {
  const storable = said.replaceAll('\u0000', '\ufffd').toWellFormed();
  if (storable.length <= most) return storable;
  const cut = storable.slice(0, most - mark.length);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}${mark}`;
}
