import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { command } from '#scripts/launcher/command';
import { localAddress, readEnvironment } from '#scripts/launcher/environment';
import { runningInstance } from '#scripts/launcher/running-instance';
import { demoClinic, idsOf, otherClinic } from '#scripts/simulate/clinic';
import { keepSending } from '#scripts/simulate/keep-sending';
import { seeded } from '#scripts/simulate/random';
import { Traffic } from '#scripts/simulate/traffic';

// Keeps plausible events of all senders coming, signed, to a running instance in demo mode: a day in a pharmacy, sped up.
const usage = 'npm run simulate -- [--rate 5] [--seconds 60] [--url http://127.0.0.1:3000] [--seed 1]';

const shape = z.object({
  rate: z.coerce.number('must be a number').positive('must be above 0').max(2000, 'must be at most 2000').default(5),
  seconds: z.coerce
    .number('must be a number')
    .positive('must be above 0')
    .max(86_400, 'must be at most 86400')
    .default(60),
  url: z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:3000' }).optional(),
  seed: z.coerce.number('must be a number').int('must be a whole number').optional(),
});

await command(async () => {
  const { rate, seconds, url = instanceAddress(), seed = Date.now() % 2 ** 31 } = asked();
  const baseUrl = url.replace(/\/+$/, '');
  await refuseWithoutInstance(baseUrl);
  const now = new Date();
  const shared = { random: seeded(seed), ids: idsOf(now.getTime().toString(36)), today: now };
  const casts = { main: { ...shared, clinic: demoClinic }, other: { ...shared, clinic: otherClinic } };
  const traffic = new Traffic(casts, () => new Date());
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort(signal));
  console.log(`Sending ${rate} a second to ${baseUrl} for ${seconds} s (seed ${seed}); Ctrl-C stops it.`);
  const sent = await keepSending(baseUrl, { rate, seconds }, () => traffic.next(), stopping.signal, console.log);
  console.log(sent.tally.summary(sent.seconds));
  if (sent.tally.errors > 0) process.exitCode = 1;
});
process.exit();

function asked(): z.output<typeof shape> {
  try {
    const string = { type: 'string' } as const;
    const { values } = parseArgs({ options: { rate: string, seconds: string, url: string, seed: string } });
    const parsed = shape.safeParse(values);
    if (parsed.success) return parsed.data;
    throw new Error(parsed.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`).join(', '));
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`);
  }
}

/** The address at which the instance of this folder listens, or would. */
function instanceAddress(): string {
  const { host, port, dataDir } = readEnvironment(process.env, path.resolve(import.meta.dirname, '..'));
  return runningInstance(dataDir)?.address ?? localAddress(host, port);
}

async function refuseWithoutInstance(baseUrl: string): Promise<void> {
  try {
    await fetch(`${baseUrl}/api/health/live`, { signal: AbortSignal.timeout(5_000) });
  } catch {
    throw new CannotStart(`Nothing answers at ${baseUrl}: start Scriptline with npm start, or name another --url.`);
  }
}
