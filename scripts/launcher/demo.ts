import pg from 'pg';
import { step } from './progress.ts';

/** Has any event arrived yet? What the seed records itself does not count. */
export async function hasEvents(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, options: '-c app.tenant=*' });
  // A server that goes away fails the query that asks it; between two of them nobody is asking.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select 1 from "LedgerEvent" where type is null or type not like 'scriptline.%' limit 1`,
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** The demo's tenants, accounts and sources; what exists stays as it is. */
export async function seed(url: string): Promise<void> {
  const [{ seedDemo }, { env }] = await Promise.all([import('#prisma/seed'), import('#lib/env')]);
  await seedDemo(url, env().ENCRYPTION_KEY);
}

/** Outside demo mode: what the demo left in this database must be closed. @throws CannotStart */
export async function checkClosedDemo(url: string): Promise<void> {
  const [{ connect }, { refuseOpenDemo }] = await Promise.all([
    import('#lib/db/base/prisma'),
    import('./open-demo.ts'),
  ]);
  const database = connect(url, 'any');
  try {
    await refuseOpenDemo(database);
  } finally {
    await database.$disconnect();
  }
}

/** Sends the samples, signed, through the webhook endpoints, as their senders would; times are counted from `now`. */
export async function playDemo(address: string, now: Date): Promise<void> {
  const { playSamples } = await import('./demo-play.ts');
  await step('Playing the sample events through the webhooks', () => playSamples(address, now));
}
