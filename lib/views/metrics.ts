import { backlog } from '#lib/db/claim';
import { outboxAge } from '#lib/db/outbox';
import { prisma } from '#lib/db/prisma';
import { metrics } from '#lib/observability/metrics';
import { followers } from './live.ts';

/** The metrics as Prometheus reads them; the queue's depth and age are asked of the database now. */
export async function metricsText(): Promise<{ readonly text: string; readonly contentType: string }> {
  const { registry, waiting, oldestSeconds, streams, outboxUnsent, outboxOldestSeconds } = metrics();
  const queue = await backlog(prisma('any'));
  waiting.set(queue.waiting);
  oldestSeconds.set(queue.oldestSeconds);
  const outbox = await outboxAge(prisma('any'), null);
  outboxUnsent.set(outbox.unsent);
  outboxOldestSeconds.set(outbox.oldestSeconds);
  streams.set(followers());
  return { text: await registry.metrics(), contentType: registry.contentType };
}
