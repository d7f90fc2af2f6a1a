import type { House } from './house.ts';
import { counted, type Figure } from './measure.ts';
import { ROOMS } from './rooms.ts';

const CONFIG = '.dependency-cruiser.cjs';

/** Paths in the import rules that name a single file of a layer with rooms: each is an exception to the rule of the rooms. */
export function exceptions(house: House): Figure {
  const { layers }: { readonly layers: readonly string[] } = JSON.parse(house.text(ROOMS));
  const literals = [...house.text(CONFIG).matchAll(/'([^'\n]+)'/g)].map(([, text = '']) => text);
  const paths = literals.flatMap((text) => spelledOut(text.replace(/[\^$\\]/g, '')));
  return counted(paths.filter((file) => layers.some((layer) => file.startsWith(`${layer}/`)) && isFile(house, file)));
}

const isFile = ({ files }: House, file: string): boolean =>
  [file, `${file}.ts`, `${file}.tsx`].some((candidate) => files.has(candidate));

/** `a/(b|c)` names two files. */
function spelledOut(text: string): string[] {
  const [, before, choices, after] = /^([^(]*)\(([^()]*)\)(.*)$/.exec(text) ?? [];
  if (before === undefined || choices === undefined) return [text];
  return choices.split('|').flatMap((choice) => spelledOut(`${before}${choice}${after}`));
}
