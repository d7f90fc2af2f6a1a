import ts from 'typescript';

export type Kind = 'comment' | 'test' | 'name';
/** Prose or a name of a source file. `line` counts from 1. */
export type Written = { readonly kind: Kind; readonly text: string; readonly line: number };

const TEST = /^(?:test|it|describe)(?:\.\w+)*(?:\(|$)/;
const MARKS = /^\/\*+ ?|\s*\*+\/$|^\/\/ ?/g;

/** The sentences of a TypeScript file that a person reads: comments, test names, and the names it exports. */
export function writtenWords(file: string, source: string): Written[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kindOf(file));
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line + 1;
  const comments = new Map<number, Written>();
  const found: Written[] = [];

  function visit(node: ts.Node): void {
    for (const { pos, end } of commentsAround(source, node)) {
      const text = source.slice(pos, end).replace(MARKS, '');
      comments.set(pos, { kind: 'comment', text: text.replace(/\n\s*\*?/g, '\n'), line: lineAt(pos) });
    }
    const name = testName(node, tree);
    if (name !== undefined) found.push({ kind: 'test', text: name.text, line: lineAt(name.position) });
    for (const { text, pos } of exportedNames(node)) found.push({ kind: 'name', text, line: lineAt(pos) });
    for (const child of node.getChildren(tree)) visit(child);
  }
  visit(tree);
  return [...comments.values(), ...found].sort((a, b) => a.line - b.line);
}

function kindOf(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function commentsAround(source: string, node: ts.Node): ts.CommentRange[] {
  if (node.kind === ts.SyntaxKind.JsxText) return [];
  return [
    ...(ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []),
    ...(ts.getTrailingCommentRanges(source, node.getEnd()) ?? []),
  ];
}

function testName(node: ts.Node, tree: ts.SourceFile): { text: string; position: number } | undefined {
  if (!ts.isCallExpression(node) || !TEST.test(node.expression.getText(tree))) return undefined;
  const [name] = node.arguments;
  if (name === undefined || !(ts.isStringLiteralLike(name) || ts.isTemplateExpression(name))) return undefined;
  const text = ts.isStringLiteralLike(name) ? name.text : name.getText(tree).slice(1, -1);
  return { text, position: name.getStart(tree) };
}

function exportedNames(node: ts.Node): { text: string; pos: number }[] {
  if (!ts.canHaveModifiers(node)) return [];
  if (!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(node)) {
    const named = node.declarationList.declarations.map(({ name }) => name);
    return named.filter(ts.isIdentifier).map((name) => ({ text: name.text, pos: name.getStart() }));
  }
  const named =
    ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)
      ? node.name
      : undefined;
  return named === undefined ? [] : [{ text: named.text, pos: named.getStart() }];
}
