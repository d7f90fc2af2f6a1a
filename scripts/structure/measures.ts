import { absentCitations } from './citations.ts';
import { copiesOfInfiniteQueries, copiesOfPaging, dialogsOfTheirOwn } from './copies.ts';
import { exceptions } from './exceptions.ts';
import { typesExportedTwice, valuesExportedTwice } from './exported-names.ts';
import { filterDefinitions } from './filters.ts';
import { filesInWideFolders, widestFolder } from './folders.ts';
import { filesNamingLanguages } from './languages.ts';
import { productionLines } from './lines.ts';
import type { Measure } from './measure.ts';
import { modelCallsOutsideDb } from './model-calls.ts';
import { recipe } from './recipes.ts';
import { retiredWords } from './retired-words.ts';
import { arrowsUp } from './rooms.ts';

/** The figures of the house. */
export const measures: readonly Measure[] = [
  { name: "files that write down one list's filter", read: filterDefinitions },
  { name: 'files in folders of more than 40', read: filesInWideFolders },
  { name: 'files in the widest folder', read: widestFolder },
  { name: 'imports from a room to a later one', read: arrowsUp },
  { name: 'single files excepted from the import rules', read: exceptions },
  { name: 'copies of paging', read: copiesOfPaging },
  { name: 'copies of infinite-query options', read: copiesOfInfiniteQueries },
  { name: 'dialogs of their own', read: dialogsOfTheirOwn },
  { name: 'value names exported from several files', read: valuesExportedTwice },
  { name: 'type names exported from several files', read: typesExportedTwice },
  { name: 'model calls and SQL outside lib/db', read: modelCallsOutsideDb },
  { name: 'retired words', unbounded: true, read: retiredWords },
  { name: 'citations of absent files', read: absentCitations },
  { name: 'files to add a column, besides words', read: (house) => recipe(house, 'column') },
  { name: 'files to add a filter, besides words', read: (house) => recipe(house, 'filter') },
  { name: 'files to add a list, besides words', read: (house) => recipe(house, 'list') },
  { name: 'files to edit for a language', read: filesNamingLanguages },
  { name: 'production lines', unbounded: true, read: productionLines },
];
