/**
 * JSON laid out for reading, without parsing it into numbers: digits, key order and repeated keys stay as they were sent. Null when it is not JSON.
 */
export function prettyJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(depth)}`;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  return tokens.map((token, index) => written(token, tokens[index - 1], tokens[index + 1])).join('');

  function written(token: string, before: string | undefined, after: string | undefined): string {
    if (token === '{' || token === '[') {
      if (after === '}' || after === ']') return token;
      depth++;
      return token + line();
    }
    if (token === '}' || token === ']') {
      if (before === '{' || before === '[') return token;
      depth--;
      return line() + token;
    }
    if (token === ',') return token + line();
    return token === ':' ? ': ' : token;
  }
}
