import { log } from '#lib/observability/log';

/** Work after the answer is out: nobody waits for it, so that its failure is the log's. */
export function inBackground(name: string, requestId: string, work: () => Promise<void>): () => Promise<void> {
  return () => work().catch((error: unknown) => log('error', `${name}.failed`, { requestId, error }));
}
