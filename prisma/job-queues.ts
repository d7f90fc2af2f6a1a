import { PgBoss } from 'pg-boss';

/** The background queues. A job carries ids only; the state is in tables of our own. */
const queues = {
  /** Wakes a worker for one outbox message. Its retries are the outbox's own: these are for a database that went away. */
  outbox: {
    policy: 'standard',
    notify: true,
    retryLimit: 3,
    retryDelay: 2,
    expireInSeconds: 180,
    deleteAfterSeconds: 3600,
  },
  /** As the outbox, for what goes to the clinics' own systems. */
  deliveries: {
    policy: 'standard',
    notify: true,
    retryLimit: 3,
    retryDelay: 2,
    expireInSeconds: 180,
    deleteAfterSeconds: 3600,
  },
  /** The round over every tenant's shelves: one at a time, and one that waits is enough. */
  'expiry-sweep': {
    policy: 'singleton',
    retryLimit: 2,
    retryDelay: 30,
    expireInSeconds: 600,
    deleteAfterSeconds: 3600,
  },
} as const;

/** Makes or brings up to date pg-boss's own schema and our queues in it, as the role that migrates. Doing it again changes nothing. */
export async function installJobQueues(adminUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: adminUrl, max: 1, supervise: false, schedule: false });
  // A failure here rejects the call that caused it; an emitter without a listener would end the process instead.
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, options] of Object.entries(queues)) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
