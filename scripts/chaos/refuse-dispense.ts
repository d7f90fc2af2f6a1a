import type { ChaosInstance } from './instance.ts';

/** Makes the database refuse one dispense, so that its event fails as at an outage: answers what lets it pass again. */
export async function refuseDispense(instance: ChaosInstance, id: string): Promise<() => Promise<unknown>> {
  const everyone = instance.everyone();
  await everyone.rows(`create or replace function chaos_refuse() returns trigger language plpgsql as $$
    begin if new.id = '${id}' then raise exception 'refused for a while'; end if; return new; end $$`);
  await everyone.rows(
    `create trigger chaos_refuse before insert on "Dispense" for each row execute function chaos_refuse()`,
  );
  return () => everyone.rows('drop trigger chaos_refuse on "Dispense"');
}

export type Failing = { readonly attempts: number; readonly wait: number };

/** The event that waits for a retry: its attempts, and the seconds until it is due by the database's clock. */
export async function failingEvent(instance: ChaosInstance): Promise<Failing | undefined> {
  const [row] = await instance.everyone().rows<Failing>(
    `select attempts, extract(epoch from "nextAttemptAt" - now())::float8 as wait from "LedgerEvent"
     where status = 'received' and attempts > 0`,
  );
  return row;
}
