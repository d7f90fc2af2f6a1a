import ts from 'typescript';
import { type House, isTest, isUnder, walk } from './house.ts';
import { counted, type Figure } from './measure.ts';

const METHOD = /^(find|create|update|delete|upsert|count|aggregate|groupBy)/;
const RAW = /^\$(query|execute)Raw(Unsafe)?$/;

/** Model calls and SQL in `app`, `components` and `lib` without `lib/db`, one for each call; scripts and prisma are free to speak them. */
export function modelCallsOutsideDb(house: House): Figure {
  const models = modelsOf(house.text('prisma/schema.prisma'));
  const places = house.sources
    .filter(({ path }) => isUnder(path, 'app', 'components', 'lib') && !isUnder(path, 'lib/db') && !isTest(path))
    .flatMap(({ path, tree }) => {
      const found: string[] = [];
      walk(tree, (node) => {
        if (!speaks(node, models)) return;
        found.push(`${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      });
      return found;
    });
  return counted(places);
}

function modelsOf(schema: string): ReadonlySet<string> {
  const names = [...schema.matchAll(/^model (\w+) /gm)].map(([, name = '']) => name);
  return new Set(names.map((name) => name[0]?.toLowerCase() + name.slice(1)));
}

function speaks(node: ts.Node, models: ReadonlySet<string>): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  if (RAW.test(node.name.text)) return true;
  const { parent, expression } = node;
  const isCall = ts.isCallExpression(parent) && parent.expression === node;
  return (
    isCall &&
    METHOD.test(node.name.text) &&
    ts.isPropertyAccessExpression(expression) &&
    models.has(expression.name.text)
  );
}
