import { defineList, rowType } from '#lib/contract/base/list';
import type { EncounterRow } from './downstream.ts';

/** The prescriptions that were attached to encounters, newest first: a history beside its screen, in the one order of the ledger. */
export const encountersList = defineList({
  name: 'encounters',
  path: '/api/encounters',
  key: ['downstream', 'encounters'],
  permission: 'encounters.import',
  row: rowType<EncounterRow>(),
  filter: {},
  apiOnly: {},
  sort: null,
});

/** Rows of it that a screen asks for at once. */
export const encountersAtOnce = 20;
