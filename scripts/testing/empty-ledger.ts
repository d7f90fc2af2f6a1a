import { projectionTables } from '#lib/db/overview/rebuild-tables';
import type { Everyone } from './everyone.ts';

/** Every table that is made from events, but for the subjects, whose rows name ledger numbers. */
export const projections = projectionTables.filter((table) => table !== 'EventSubject');

const ledgerTables = [
  ...['LedgerEvent', 'Delivery', 'DeadLetter', 'DeadLetterEpisode', 'Amendment', 'UnreadableEvent'],
  ...['LegalHold', 'PurgeRun', 'PurgeCount'],
];

/** Forgets every event and everything made from one; tenants, people and sources stay. */
export async function emptyLedger(everyone: Everyone): Promise<void> {
  await everyone.rows(`truncate ${[...ledgerTables, ...projectionTables].map((name) => `"${name}"`).join(', ')}`);
}
