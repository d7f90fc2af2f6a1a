/** The beginning of a text, with a mark that says in every language how many characters were left out; at most `most` characters with the mark. */
export function shortenedText(text: string, most: number): string {
  if (text.length <= most) return text;
  const mark = (left: number) => ` … [+${left}]`;
  // Cut at a whole character: half of a surrogate pair is no text (RFC 3629).
  const beginning = text.slice(0, most - mark(text.length).length).replace(/[\ud800-\udbff]$/, '');
  return beginning + mark(text.length - beginning.length);
}
