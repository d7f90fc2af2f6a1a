import { stopSendingJobs, type Working, workOutbox } from '#lib/db/base/jobs';
import { keepDemoMail } from '#lib/db/mail/demo-mail';
import { env } from '#lib/env';
import { log } from '#lib/observability/log';
import { type DemoSink, startDemoSink } from '#lib/outbound/demo-sink';
import { repeating } from '#lib/processing/base/repeating';
import { deliver } from '#lib/processing/connections/deliver';
import { sendMessage } from '#lib/processing/mail/outbox';
import { transportOver } from '#lib/processing/mail/outbox-transport';
import { sweepOutbox } from './outbox-sweep.ts';

/** So many conversations at once: a relay that many at once would offend is slower than one that is asked politely. */
const atOnce = 4;
/** Longer than the longest conversation with the time to record it. */
const leaseSeconds = 90;
const sweepMs = 5_000;
const pauseMs = 1_000;

/** In demo mode without a relay, one of our own. */
async function demoSink(): Promise<DemoSink | null> {
  const { SMTP_URL, SCRIPTLINE_DEMO } = env();
  if (SMTP_URL !== undefined || SCRIPTLINE_DEMO !== '1') return null;
  return startDemoSink(keepDemoMail);
}

/** Starts sending the messages of the outbox, until stopped; waits for a database that is away. */
export function startOutbox(): Working {
  let stopping = false;
  let sink: DemoSink | null = null;
  let working: Working | null = null;
  let stopSweeping: () => Promise<void> = async () => undefined;
  const warn = (name: string) => (error: unknown) => log('warn', name, { error });

  const begin = async () => {
    sink = await demoSink();
    const reach = { allowed: env().OUTBOUND_ALLOW_HOSTS };
    const transport = transportOver(sink?.url ?? env().SMTP_URL, reach);
    const policy = { baseSeconds: env().INGEST_RETRY_BASE_SECONDS, capSeconds: env().INGEST_RETRY_CAP_SECONDS };
    while (!stopping && working === null) {
      working = await workOutbox(
        atOnce,
        {
          send: (job) => sendMessage(job, { policy, leaseSeconds, transport }),
          deliver: (job) => deliver(job, { policy, leaseSeconds, reach }),
        },
        warn('outbox.jobs_failed'),
      ).catch(async (error: unknown) => {
        warn('outbox.cannot_start')(error);
        await new Promise((resume) => setTimeout(resume, pauseMs));
        return null;
      });
    }
    if (!stopping) stopSweeping = repeating(sweepMs, 'outbox.sweep', () => sweepOutbox(policy));
  };
  const begun = begin().catch(warn('outbox.cannot_start'));
  return {
    stop: async () => {
      stopping = true;
      await begun;
      await Promise.all([working?.stop(), stopSweeping()]);
      await Promise.all([sink?.stop(), stopSendingJobs()]);
    },
  };
}
