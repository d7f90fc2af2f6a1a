import ts from 'typescript';
import { type House, isTest, type Source, walk } from './house.ts';
import type { Figure } from './measure.ts';

type List = { readonly name: string; readonly fields: readonly string[] };

const FEWEST = 3;

/**
 * The most files that write down one list's filter: at least half of its fields, and no fewer than three, as names of one object, type or pattern
 * that holds little else (a row of the list has some of the same names among many).
 * Lists are the calls of `defineList` and the objects named `…Parsers` in `lib/contract`; a filter of one or two fields is too common to be recognised.
 */
export function filterDefinitions(house: House): Figure {
  const sources = house.sources.filter(({ path }) => /^(app|components|lib)\//.test(path) && !isTest(path));
  const groups = sources.map((source) => ({ path: source.path, names: namesTogether(source) }));
  const written = listsOf(sources).map(({ name, fields }) => {
    const files = groups.filter(({ names }) => names.some((group) => isFilter(group, fields))).map(({ path }) => path);
    return { name, files };
  });
  written.sort((a, b) => b.files.length - a.files.length);
  return {
    value: written[0]?.files.length ?? 0,
    places: written.map(({ name, files }) => `${name} (${files.length}): ${files.join(', ')}`),
  };
}

function isFilter(group: ReadonlySet<string>, fields: readonly string[]): boolean {
  const shared = fields.filter((field) => group.has(field)).length;
  return shared >= Math.max(FEWEST, fields.length / 2, group.size / 2);
}

function listsOf(sources: readonly Source[]): List[] {
  const lists: List[] = [];
  for (const { path, tree } of sources) {
    if (!path.startsWith('lib/contract/')) continue;
    walk(tree, (node) => {
      if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return;
      const fields = filterFields(node.name.getText(), node.initializer);
      if (fields.length >= FEWEST) lists.push({ name: node.name.getText(), fields });
    });
  }
  return lists;
}

function filterFields(name: string, value: ts.Expression): string[] {
  if (ts.isObjectLiteralExpression(value)) return name.endsWith('Parsers') ? memberNames(value.properties) : [];
  if (!ts.isCallExpression(value) || value.expression.getText() !== 'defineList') return [];
  const [definition] = value.arguments;
  return definition ? [...fieldsIn(definition, 'filter'), ...fieldsIn(definition, 'apiOnly')] : [];
}

function fieldsIn(definition: ts.Expression, part: string): string[] {
  if (!ts.isObjectLiteralExpression(definition)) return [];
  const property = definition.properties.find((one) => one.name?.getText() === part);
  if (property === undefined || !ts.isPropertyAssignment(property)) return [];
  return ts.isObjectLiteralExpression(property.initializer) ? memberNames(property.initializer.properties) : [];
}

/** The names that stand together in one object, type, interface or pattern of a file. */
function namesTogether({ tree }: Source): ReadonlySet<string>[] {
  const groups: ReadonlySet<string>[] = [];
  walk(tree, (node) => {
    if (ts.isObjectLiteralExpression(node)) groups.push(new Set(memberNames(node.properties)));
    else if (ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node))
      groups.push(new Set(memberNames(node.members)));
    else if (ts.isObjectBindingPattern(node))
      groups.push(new Set(node.elements.map(({ propertyName, name }) => (propertyName ?? name).getText())));
  });
  return groups;
}

const memberNames = (members: readonly { readonly name?: ts.Node | undefined }[]): string[] =>
  members.flatMap(({ name }) => (name ? [name.getText()] : []));
