import type { Offence } from './code-rules.ts';

const RAW = /(?<!<\w+[^>]*\bfont-mono\b[^>]*>)(?<!<code[^>]*>|=)\{row\.(action|priority|type)\}/;

/** Codes that a screen prints as they come from the API: only `<code>` on an admin's screen shows one. */
export function rawCodes(file: string, source: string): Offence[] {
  if (!file.endsWith('.tsx')) return [];
  return source.split('\n').flatMap((text, index) => {
    const code = RAW.exec(text)?.[0];
    return code === undefined ? [] : [{ file, line: index + 1, word: code, say: 'a word of both catalogues' }];
  });
}
