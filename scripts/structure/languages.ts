import ts from 'typescript';
import { type House, isTest, walk } from './house.ts';
import { counted, type Figure } from './measure.ts';

const LIST = 'lib/i18n/locale.ts';

/** Production files outside the list of the languages that write the code `es`, as a text or a name: each is one to edit for a third language. */
export function filesNamingLanguages(house: House): Figure {
  const files = house.sources
    .filter(({ path }) => /^(app|components|lib|scripts|prisma)\//.test(path) && !isTest(path) && path !== LIST)
    .filter(({ tree }) => {
      let names = false;
      walk(tree, (node) => {
        names ||= ts.isStringLiteral(node) && node.text === 'es' && !ts.isImportDeclaration(node.parent);
        names ||= ts.isPropertyAssignment(node) && node.name.getText() === 'es';
      });
      return names;
    })
    .map(({ path }) => path);
  return counted(files);
}
