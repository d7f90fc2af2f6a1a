import path from 'node:path';
import ts from 'typescript';
import { type House, isTest, type Source, walk } from './house.ts';
import { counted, type Figure } from './measure.ts';

export const ROOMS = 'lib/rooms.json';

type Rooms = { readonly layers: readonly string[]; readonly order: readonly string[] };
type Room = { readonly layer: string; readonly floor: number };

/** Imports of values from a room to one after it in the order of the rooms; tests are free. */
export function arrowsUp(house: House): Figure {
  const rooms: Rooms = JSON.parse(house.text(ROOMS));
  const arrows = house.sources
    .filter(({ path: file }) => !isTest(file))
    .flatMap((source) => {
      const from = roomOf(source.path, rooms);
      if (from === undefined) return [];
      return valueImports(source)
        .map((name) => resolved(name, source.path, house))
        .filter((target) => {
          const to = target === undefined ? undefined : roomOf(target, rooms);
          return to?.layer === from.layer && to.floor > from.floor;
        })
        .map((target) => `${source.path} → ${target}`);
    });
  return counted(arrows);
}

function roomOf(file: string, { layers, order }: Rooms): Room | undefined {
  const layer = layers.find((one) => file.startsWith(`${one}/`));
  if (layer === undefined) return undefined;
  const [name = ''] = file.slice(layer.length + 1).split('/');
  const floor = order.indexOf(layer === 'components' && name === 'ui' ? 'base' : name);
  return floor === -1 ? undefined : { layer, floor };
}

/** The modules that a file needs when it runs; one that it imports for types only is left out. */
function valueImports({ tree }: Source): string[] {
  const names: string[] = [];
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) && !isForTypes(node) && ts.isStringLiteral(node.moduleSpecifier))
      names.push(node.moduleSpecifier.text);
    const from = ts.isExportDeclaration(node) && !node.isTypeOnly ? node.moduleSpecifier : undefined;
    if (from && ts.isStringLiteral(from)) names.push(from.text);
    const [argument] =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
    if (argument && ts.isStringLiteral(argument)) names.push(argument.text);
  });
  return names;
}

function isForTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  if (name || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

/** The file of ours that a module's name means. */
function resolved(name: string, from: string, { files }: House): string | undefined {
  const plain = name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(from), name);
  if (!name.startsWith('#') && !name.startsWith('.')) return undefined;
  return [plain, `${plain}.ts`, `${plain}.tsx`].find((candidate) => files.has(candidate));
}
