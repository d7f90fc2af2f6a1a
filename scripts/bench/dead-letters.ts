import type { Database } from './server.ts';

/**
 * Makes one event in ten a dead letter, as a bad month leaves them: of sixty causes, most of them long settled. By rows, because waiting for a
 * hundred thousand failures would take days; the counters are kept by the same triggers as always.
 */
export async function buryOneInTen(database: Database): Promise<void> {
  await database.query(`
    insert into "DeadLetter" ("tenantId", seq, queue, state, cause, paths, fingerprint, "sourceId", type, "openedAt", "settledAt")
    select "tenantId", seq, 'medication.ingestion.dlq',
      case when kind % 100 < 10 then 'open' when kind % 100 < 85 then 'resolved' else 'discarded' end,
      case when kind % 3 = 0 then 'not-an-envelope' else 'invalid-payload' end, array['data.key' || kind % 60],
      'bench|' || kind % 60, "sourceId", coalesce(type, "wireType"), now() - make_interval(mins => (kind % 60000)::int),
      case when kind % 100 < 10 then null else now() end
    from (select *, abs(hashint8(seq)::bigint) as kind from "LedgerEvent" where seq % 10 = 0) e on conflict do nothing`);
  await database.query(`
    insert into "DeadLetterEpisode" ("tenantId", seq, episode, cause, paths, attempts)
    select "tenantId", seq, 1, cause, paths, 0 from "DeadLetter" on conflict do nothing`);
  await database.query('vacuum analyze');
}
