import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { repositoryFiles } from '#scripts/checks/repository-files';

/** A TypeScript file of the repository. */
export type Source = { readonly path: string; readonly text: string; readonly tree: ts.SourceFile };

/** The input of the measures: the paths of all files, the TypeScript among them, and the text of any. */
export type House = {
  readonly files: ReadonlySet<string>;
  readonly sources: readonly Source[];
  text(path: string): string;
};

const MADE = /^(lib\/db\/generated|prisma\/migrations|\.next)\/|\.d\.ts$/;

export const isTest = (path: string): boolean => /\.test\.tsx?$|^e2e\/|^scripts\/testing\//.test(path);
export const isUnder = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

/** A house of files by their path; generated files and migrations are no part of it. */
export function houseOf(texts: ReadonlyMap<string, string> | Readonly<Record<string, string>>): House {
  const all = new Map(texts instanceof Map ? texts : Object.entries(texts));
  const sources = [...all]
    .filter(([path]) => /\.tsx?$/.test(path) && !MADE.test(path))
    .map(([path, text]) => ({ path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }));
  return { files: new Set(all.keys()), sources, text: (path) => all.get(path) ?? '' };
}

const READ = /\.(tsx?|mjs|cjs|json|md|prisma)$/;

/** The repository as it is now. */
export async function presentHouse(): Promise<House> {
  const texts = new Map<string, string>();
  for (const path of await repositoryFiles()) texts.set(path, READ.test(path) ? textOf(path) : '');
  return houseOf(texts);
}

/** A file that was deleted and not yet committed is still listed. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Calls `visit` with every node of a file. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
