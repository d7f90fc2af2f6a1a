import { readdirSync, readFileSync } from 'node:fs';
import type { Pair } from './pair-rules.ts';
import type { TextLanguage } from './text-rules.ts';

const FOLDER = 'lib/i18n/words';

/** Every text of the screens in both languages. A key begins with its file: `screens.shell.recalls`. */
export function textPairs(): Pair[] {
  return readdirSync(`${FOLDER}/en`).flatMap((file) => {
    const es = textsOf(file, 'es');
    return [...textsOf(file, 'en')].map(([key, en]) => ({ key, en, es: es.get(key) ?? '' }));
  });
}

function textsOf(file: string, language: TextLanguage): Map<string, string> {
  const found = new Map<string, string>();
  function walk(key: string, value: unknown): void {
    if (typeof value === 'string') found.set(key, value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(`${key}.${name}`, inner);
  }
  walk(file.replace(/\.json$/, ''), JSON.parse(readFileSync(`${FOLDER}/${language}/${file}`, 'utf8')));
  return found;
}
