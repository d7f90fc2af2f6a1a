import ts from 'typescript';
import { fallbackLocale, locales } from '#lib/domain/base/locale';
import { type House, isTest, walk } from './house.ts';
import { counted, type Figure } from './measure.ts';

const LIST = 'lib/domain/base/locale.ts';
const TRANSLATION = locales.find((locale) => locale !== fallbackLocale);

/**
 * The list of the languages, and the production files that write the code `es` as a text or a name: each is one to edit for a third language. A
 * row's own `locale` is data.
 */
export function filesNamingLanguages(house: House): Figure {
  const files = house.sources
    .filter(({ path }) => /^(app|components|lib|scripts|prisma)\//.test(path) && !isTest(path))
    .filter(({ path, tree }) => {
      if (path === LIST) return true;
      let names = false;
      walk(tree, (node) => {
        names ||=
          ts.isStringLiteral(node) &&
          node.text === TRANSLATION &&
          !ts.isImportDeclaration(node.parent) &&
          !isLocaleOfRow(node);
        names ||= ts.isPropertyAssignment(node) && node.name.getText() === TRANSLATION;
      });
      return names;
    })
    .map(({ path }) => path);
  return counted(files);
}

function isLocaleOfRow({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'locale';
}
