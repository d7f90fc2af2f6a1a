import { isObject, type Json } from './json.ts';
import { jsonPath } from './json-path.ts';

/** Enough to find the fault by; a hostile body could have thousands. */
const mostPaths = 20;

/** PostgreSQL's text and jsonb refuse U+0000, and UTF-8 has no form for half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** The paths of everything in a parsed value that must not go further: characters that jsonb refuses, and the key that names a prototype. */
export function whyNotStorable(value: Json): string[] {
  const paths: string[] = [];
  collect(value, [], paths);
  return paths;
}

function collect(value: Json, at: (string | number)[], paths: string[]): void {
  if (paths.length === mostPaths) return;
  if (typeof value === 'string') {
    if (!isStorableText(value)) paths.push(jsonPath(at));
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) paths.push(jsonPath(at));
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      at.push(key);
      if (key === '__proto__' || !isStorableText(key)) paths.push(jsonPath(at));
      else collect(value[key] ?? null, at, paths);
      at.pop();
      if (paths.length === mostPaths) return;
    }
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length && paths.length < mostPaths; index++) {
      at.push(index);
      collect(value[index] ?? null, at, paths);
      at.pop();
    }
  }
}
