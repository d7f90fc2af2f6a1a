import ts from 'typescript';
import { type House, isTest, type Source, walk } from './house.ts';
import { counted, type Figure } from './measure.ts';

const PRODUCTION = /^(app|components|lib)\//;

/** Production files in which `is` holds for a node. */
function filesWith(house: House, is: (node: ts.Node) => boolean): string[] {
  const has = ({ tree }: Source) => {
    let found = false;
    walk(tree, (node) => {
      found ||= is(node);
    });
    return found;
  };
  return house.sources
    .filter(({ path }) => PRODUCTION.test(path) && !isTest(path))
    .filter(has)
    .map(({ path }) => path);
}

const calls = (name: string) => (node: ts.Node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** `rows.slice(0, limit)`, whatever the rows and however the limit is reached. */
function cutsPage(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [from, to] = node.arguments;
  return node.expression.name.text === 'slice' && from?.getText() === '0' && /(^|\.)limit$/.test(to?.getText() ?? '');
}

/** Files that page by themselves: they make a cursor or cut the rows to the limit. */
export const copiesOfPaging = (house: House): Figure =>
  counted(filesWith(house, (node) => calls('encodeCursor')(node) || cutsPage(node)));

export const copiesOfInfiniteQueries = (house: House): Figure =>
  counted(filesWith(house, calls('infiniteQueryOptions')));

/** Files outside `components/ui` that use the bare dialog. */
export const dialogsOfTheirOwn = (house: House): Figure =>
  counted(
    filesWith(
      house,
      (node) => ts.isImportSpecifier(node) && (node.propertyName ?? node.name).text === 'ModalDialog',
    ).filter((path) => !path.startsWith('components/ui/')),
  );
