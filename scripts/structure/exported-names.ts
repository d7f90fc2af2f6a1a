import ts from 'typescript';
import { type House, isTest, type Source } from './house.ts';
import { counted, type Figure } from './measure.ts';

const PLACES = /^(app|components|lib|scripts)\//;
/** Files whose exports Next calls by name. */
const NEXT =
  /^app\/(.*\/)?(page|layout|route|template|error|global-error|loading|not-found|default|icon|opengraph-image|sitemap|robots|manifest)\.tsx?$/;

type Kind = 'value' | 'type';

/** Names of values that more than one file exports; a re-export is no second one. */
export const valuesExportedTwice = (house: House): Figure => counted(exportedTwice(house, 'value'));
export const typesExportedTwice = (house: House): Figure => counted(exportedTwice(house, 'type'));

function exportedTwice(house: House, kind: Kind): string[] {
  const files = new Map<string, Set<string>>();
  for (const source of house.sources) {
    if (!PLACES.test(source.path) || isTest(source.path) || NEXT.test(source.path)) continue;
    for (const name of exportedNames(source, kind)) files.set(name, (files.get(name) ?? new Set()).add(source.path));
  }
  return [...files]
    .filter(([, paths]) => paths.size > 1)
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
}

function exportedNames({ tree }: Source, kind: Kind): string[] {
  return tree.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return kind === 'value' ? listed(statement) : [];
    if (!ts.canHaveModifiers(statement)) return [];
    const modifiers = ts.getModifiers(statement)?.map((modifier) => modifier.kind) ?? [];
    if (!modifiers.includes(ts.SyntaxKind.ExportKeyword) || modifiers.includes(ts.SyntaxKind.DefaultKeyword)) return [];
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement))
      return kind === 'type' ? [statement.name.text] : [];
    return kind === 'value' ? declared(statement) : [];
  });
}

/** `export { a, b }` of the file's own. */
function listed({ moduleSpecifier, exportClause, isTypeOnly }: ts.ExportDeclaration): string[] {
  if (moduleSpecifier || isTypeOnly || exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map(({ name }) => name.text);
}

function declared(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement))
    return statement.name ? [statement.name.text] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}
