/** The names that an ICU message takes, sorted; words inside the branches of a plural or select are text, not names. For the words' test. */
export function icuNames(message: string): string[] {
  const names = new Set<string>();
  let at = 0;

  function word(): string {
    const [found = ''] = /^\s*[^\s{},]*\s*/.exec(message.slice(at)) ?? [];
    at += found.length;
    return found.trim();
  }

  /** Reads text up to the brace that closes it. */
  function text(): void {
    while (at < message.length && message[at] !== '}') if (message[at++] === '{') argument();
  }

  function argument(): void {
    names.add(word());
    while (at < message.length && message[at] !== '}') {
      if (message[at++] === '{') {
        text();
        at++;
      }
      word();
    }
    at++;
  }

  text();
  return [...names].sort();
}
