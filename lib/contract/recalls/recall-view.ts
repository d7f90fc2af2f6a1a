import { parseAsStringLiteral } from 'nuqs/server';
import { peopleShown } from './recall.ts';

export const recallTabs = ['people', 'stock', 'log', 'proof'] as const;

export const recallStates = ['open', 'closed'] as const;

/** The open part of a case, and the people it shows, in the address bar. */
export const recallParsers = {
  tab: parseAsStringLiteral(recallTabs).withDefault('people').withOptions({ history: 'push' }),
  show: parseAsStringLiteral(peopleShown).withDefault('all').withOptions({ history: 'push' }),
};
