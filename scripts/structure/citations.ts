import path from 'node:path';
import ts from 'typescript';
import { type House, type Source, walk } from './house.ts';
import { counted, type Figure } from './measure.ts';

/** A path by the last part of which a file is meant; route groups `(console)/` and parameters `[id]/` are folders too. */
const NAMED =
  /(?<![\w./@{}<>*-])(?:\.{0,2}\/)?(?:(?:\(\w+\)|\[[.\w]+\]|[\w.-]+)\/)*[\w.-]+\.(?:mdx?|tsx?|mjs|cjs)\b(?![\w/*])/g;
/** The end of a name or an example of one. */
const PATTERN = /^(?:-|x\.)/;
/** It says where files have gone. */
const OF_THE_PAST = /^docs\/moved\.md$/;

/** Files that a comment or a page of the documentation names and that are not in the repository. */
export function absentCitations(house: House): Figure {
  const names = new Set([...house.files].map((file) => path.basename(file)));
  const cited = [
    ...house.sources.map((source) => ({ path: source.path, texts: commentsOf(source) })),
    ...[...house.files]
      .filter((file) => file.endsWith('.md') && !OF_THE_PAST.test(file))
      .map((file) => ({ path: file, texts: [house.text(file)] })),
  ];
  const places = cited.flatMap(({ path: from, texts }) =>
    texts
      .flatMap((text) => text.replace(/https?:\/\/\S+/g, '').match(NAMED) ?? [])
      .filter((name) => !PATTERN.test(name) && !isThere(name, from, house, names))
      .map((name) => `${from} cites ${name}`),
  );
  return counted(places);
}

function isThere(name: string, from: string, { files }: House, names: ReadonlySet<string>): boolean {
  if (!name.includes('/')) return names.has(name);
  const beside = path.posix.join(path.posix.dirname(from), name);
  if (files.has(name) || files.has(beside)) return true;
  return [...files].some((file) => file.endsWith(`/${name}`));
}

/** The comments of a file, also those inside its expressions. */
export function commentsOf({ text, tree }: Source): string[] {
  const found = new Map<number, string>();
  walk(tree, (node) => {
    if (ts.isJsxText(node)) return;
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, text.slice(pos, end));
  });
  return [...found.values()];
}
