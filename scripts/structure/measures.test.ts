import { expect, test } from 'vitest';
import { absentCitations } from './citations.ts';
import { copiesOfInfiniteQueries, copiesOfPaging, dialogsOfTheirOwn } from './copies.ts';
import { exceptions } from './exceptions.ts';
import { typesExportedTwice, valuesExportedTwice } from './exported-names.ts';
import { filterDefinitions } from './filters.ts';
import { filesInWideFolders, widestFolder } from './folders.ts';
import { houseOf } from './house.ts';
import { filesNamingLanguages } from './languages.ts';
import { productionLines } from './lines.ts';
import { modelCallsOutsideDb } from './model-calls.ts';
import { recipe } from './recipes.ts';
import { retiredWords } from './retired-words.ts';
import { arrowsUp } from './rooms.ts';

const rooms = JSON.stringify({ layers: ['lib/db', 'components'], order: ['base', 'stock', 'recalls'] });

test('a folder is wide from 41 files on; generated files and migrations count nowhere', () => {
  const filled = (folder: string, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/f${index}.ts`, '']));
  const house = houseOf({
    ...filled('lib/a', 41),
    ...filled('lib/b', 40),
    ...filled('lib/db/generated', 60),
    ...filled('prisma/migrations/one', 60),
  });
  expect(filesInWideFolders(house).value).toBe(41);
  expect(widestFolder(house).value).toBe(41);
});

test('an import from a room to a later one counts; types, tests, base and earlier rooms do not', () => {
  const house = houseOf({
    'lib/rooms.json': rooms,
    'lib/db/recalls/case.ts': `import { lot } from '#lib/db/stock/lot'; export const a = lot;`,
    'lib/db/stock/lot.ts': `import { a } from '../recalls/case.ts'; export const lot = a;`,
    'lib/db/stock/lazy.ts': `export const later = () => import('#lib/db/recalls/case');`,
    'lib/db/stock/types.ts': `import type { A } from '../recalls/case.ts'; import { type B } from '#lib/db/recalls/case';`,
    'lib/db/stock/lot.test.ts': `import { a } from '../recalls/case.ts';`,
    'lib/db/base/sql.ts': `export * from '#lib/db/stock/lot';`,
    'components/ui/button.tsx': `import { x } from '../stock/list.tsx';`,
    'components/stock/list.tsx': `import { Button } from '../ui/button.tsx';`,
  });
  expect(arrowsUp(house).places).toEqual([
    'lib/db/stock/lot.ts → lib/db/recalls/case.ts',
    'lib/db/stock/lazy.ts → lib/db/recalls/case.ts',
    'lib/db/base/sql.ts → lib/db/stock/lot.ts',
    'components/ui/button.tsx → components/stock/list.tsx',
  ]);
});

test('a path of the import rules is an exception when it names a file of a layer with rooms', () => {
  const house = houseOf({
    'lib/rooms.json': rooms,
    'lib/db/stock/lot.ts': '',
    'lib/db/stock/item.ts': '',
    'components/ui/button.tsx': '',
    '.dependency-cruiser.cjs': `allowed: ['lib/db', 'lib/db/stock', 'lib/db/stock/(lot|item)', '^components/ui/button\\\\.tsx$', 'lib/env']`,
  });
  expect(exceptions(house).value).toBe(3);
});

test('a file that makes a cursor or cuts a page, makes an infinite query, or opens the bare dialog counts once', () => {
  const house = houseOf({
    'lib/db/a.ts': 'const page = rows.slice(0, limit); const next = encodeCursor(page.at(-1)); encodeCursor(0);',
    'lib/db/b.ts': 'const page = found.rows.slice(0, filter.limit);',
    'lib/db/c.ts': 'const head = text.slice(0, 80); const tail = rows.slice(limit);',
    'lib/db/d.test.ts': 'rows.slice(0, limit);',
    'lib/contract/q.ts': 'export const q = infiniteQueryOptions({});',
    'components/stock/x.tsx': `import { ModalDialog } from '../ui/modal.tsx';`,
    'components/ui/y.tsx': `import { ModalDialog } from './modal.tsx';`,
  });
  expect(copiesOfPaging(house).places).toEqual(['lib/db/a.ts', 'lib/db/b.ts']);
  expect(copiesOfInfiniteQueries(house).value).toBe(1);
  expect(dialogsOfTheirOwn(house).places).toEqual(['components/stock/x.tsx']);
});

test('a name counts when two files export it; re-exports, routes and tests do not, and types are apart', () => {
  const house = houseOf({
    'lib/a.ts': 'export const row = 1; export type Row = 1; export const { one, two } = both; export interface Only {}',
    'lib/b.ts': 'export function row() {} const two = 2; export { two }; export type Row = 2;',
    'lib/c.ts': `export { row } from './a.ts'; export type { Row } from './a.ts'; export default function two() {}`,
    'lib/d.test.ts': 'export const one = 1;',
    'app/api/a/route.ts': 'export function GET() {}',
    'app/api/b/route.ts': 'export function GET() {}',
  });
  expect(valuesExportedTwice(house).places).toEqual(['row: lib/a.ts, lib/b.ts', 'two: lib/a.ts, lib/b.ts']);
  expect(typesExportedTwice(house).places).toEqual(['Row: lib/a.ts, lib/b.ts']);
});

test('a model call and raw SQL count outside lib/db, each by its line', () => {
  const speaks = 'await tx.recallCase.findMany();\nawait tx.$queryRaw`select 1`;\nawait db.$executeRawUnsafe(text);';
  const house = houseOf({
    'prisma/schema.prisma': 'model RecallCase {\n}\nmodel Lot {\n}\n',
    'lib/views/a.ts': `${speaks}\nlist.recallCase;\nqueries.people.findMany();`,
    'lib/db/a.ts': speaks,
    'scripts/a.ts': speaks,
    'lib/views/a.test.ts': speaks,
  });
  expect(modelCallsOutsideDb(house).places).toEqual(['lib/views/a.ts:1', 'lib/views/a.ts:2', 'lib/views/a.ts:3']);
});

test('a citation counts when the repository holds no such file', () => {
  const house = houseOf({
    'docs/there.md': 'See [here](../lib/a.ts), `gone/away.ts` and https://example.com/readme.md.',
    'docs/moved.md': '`lib/old.ts` went to `lib/a.ts`.',
    'lib/a.ts': '// As there.md says (model.md), see `views/b.ts`; words end in -words.ts.\nconst file = "unseen.md";',
    'lib/views/b.ts': 'f(/* lost.tsx */ 1);',
    'app/(console)/page.tsx': '// app/(console)/page.tsx',
  });
  expect(absentCitations(house).places).toEqual([
    'lib/a.ts cites model.md',
    'lib/views/b.ts cites lost.tsx',
    'docs/there.md cites gone/away.ts',
  ]);
});

test('a file defines a filter when an object, a type or a pattern of it is made mostly of its fields', () => {
  const house = houseOf({
    'lib/contract/dispenses/list.ts': `export const dispenses = defineList({ filter: { q: t(), lot: t(), kind: t(), reviewed: t() }, apiOnly: {} });`,
    'lib/http/schema.ts': 'const shape = z.object({ q: text, lot: text, kind: text, limit });',
    'lib/db/find.ts': 'type Filter = { q: string; lot: string; reviewed: string };',
    'app/page.tsx': 'const { q, lot: of, kind } = values;',
    'lib/contract/dispenses/row.ts': 'type Row = { lot: 1; kind: 1; reviewed: 1; id: 1; at: 1; name: 1; units: 1 };',
    'lib/db/other.ts': 'const two = { q, lot };',
    'lib/db/find.test.ts': 'const all = { q, lot, kind, reviewed };',
  });
  expect(filterDefinitions(house).value).toBe(4);
});

test('a file that writes a language counts, whether as a text or as a name', () => {
  const house = houseOf({
    'lib/domain/base/locale.ts': `export const locales = ['en', 'es'];`,
    'lib/a.ts': `export const next = locale === 'es' ? 1 : 2;`,
    'lib/b.ts': 'export const words = { en: english, es: spanish };',
    'lib/c.ts': `import spanish from './words/es/event.json'; export const es = spanish;`,
    'lib/d.test.ts': `test.each(['en', 'es']);`,
    'lib/e.ts': `const tenant = { locale: 'es' };`,
  });
  expect(filesNamingLanguages(house).places).toEqual(['lib/domain/base/locale.ts', 'lib/a.ts', 'lib/b.ts']);
});

test('a recipe counts its files, and is no figure once one of them is gone', () => {
  const recipes = JSON.stringify({ column: ['lib/a.ts', 'lib/b.ts'] });
  const house = (more: object) => houseOf({ 'scripts/structure/recipes.json': recipes, 'lib/a.ts': '', ...more });
  expect(recipe(house({ 'lib/b.ts': '' }), 'column').value).toBe(2);
  expect(recipe(house({}), 'column')).toEqual({
    value: Number.POSITIVE_INFINITY,
    places: ['scripts/structure/recipes.json names lib/b.ts, which is gone'],
  });
});

test('lines are those of production; retired words are those that their check tolerates', () => {
  const house = houseOf({
    'lib/a.ts': 'one\ntwo\n',
    'lib/a.test.ts': 'one\n',
    'e2e/a.spec.ts': 'one\n',
    'server.ts': 'one\n',
    'scripts/checks/words-baseline.json': '{ "lib/a.ts": { "words": { "old": 2, "older": 1 } }, "b": { "words": {} } }',
  });
  expect(productionLines(house).value).toBe(3);
  expect(retiredWords(house).value).toBe(3);
  expect(retiredWords(houseOf({})).value).toBe(0);
});
