import { connect } from '#lib/db/base/prisma';
import { env } from '#lib/env';
import { log } from '#lib/observability/log';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { refuseOpenDemo } from '#scripts/launcher/open-demo';
import { refusePublicDemo } from '#scripts/launcher/public-demo';

const pauseMs = 1_000;

/**
 * Every process asks this before it serves, however it was started: the demo stays on this machine, and outside demo mode it is closed. Ends the
 * process with one sentence where it is not. A database that is away lets nobody in either: it is asked again until it answers.
 */
export async function serveNoOpenDemo(): Promise<void> {
  const { SCRIPTLINE_DEMO, SCRIPTLINE_DEMO_PUBLIC, HOST } = env();
  const demo = SCRIPTLINE_DEMO === '1';
  try {
    refusePublicDemo({ demo, demoPublic: SCRIPTLINE_DEMO_PUBLIC === '1', host: HOST });
    if (!demo) await ask();
  } catch (error) {
    if (error instanceof CannotStart) end(error);
    log('warn', 'demo.not_looked_for', { error });
    askAgain();
  }
}

async function ask(): Promise<void> {
  const database = connect(env().DATABASE_URL, 'any');
  try {
    await refuseOpenDemo(database);
  } finally {
    await database.$disconnect();
  }
}

function askAgain(): void {
  setTimeout(() => {
    ask().catch((error: unknown) => (error instanceof CannotStart ? end(error) : askAgain()));
  }, pauseMs).unref();
}

function end({ message }: CannotStart): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
