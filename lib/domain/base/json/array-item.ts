import { endOfString } from './scan-json.ts';

/**
 * One item of a JSON array, to the letter as it was written. Null: the text is no array, or has no such item. The text has been parsed before: its
 * grammar is not judged here.
 */
export function arrayItem(text: string, index: number): string | null {
  let depth = 0;
  let place = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '[' || sign === '{') {
      if (depth === 0 && sign === '{') return null;
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (sign === ']' || sign === '}' || (sign === ',' && depth === 1)) {
      if (depth === 1 && place === index) return text.slice(start, at).trim() || null;
      if (sign !== ',') depth -= 1;
      else {
        place += 1;
        start = at + 1;
      }
    }
  }
  return null;
}
