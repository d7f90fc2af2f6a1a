import { inTenant } from '#lib/db/base/in-tenant';
import { canaryAnswered, canarySender, takeSlot } from '#lib/db/flow/canary';
import { canarySource, canaryType } from '#lib/domain/ledger/canary';
import { signHeaders } from '#lib/sources/sign';

/** When a try is not answered 202: a process that is being replaced by another has a moment. */
const pausesMs = [0, 2_000, 6_000];
const patienceMs = 10_000;

async function post(url: string, secret: string, messageId: string): Promise<number> {
  const time = new Date().toISOString();
  const raw = JSON.stringify({
    specversion: '1.0',
    id: messageId,
    source: canarySource,
    type: canaryType,
    time,
    data: {},
  });
  const headers = signHeaders('standard', raw, secret, { now: Date.now() / 1000, messageId });
  const body = { ...headers, 'content-type': 'application/cloudevents+json' };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: body,
      body: raw,
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return 0;
  }
}

/**
 * Sends a tenant's self-test of the present slot of time, once among all workers: one signed event through the very endpoint that sources
 * use. Returns the endpoint's answer, or null when it is not its time.
 */
export async function sendCanary(tenantId: string, web: string, everySeconds: number): Promise<number | null> {
  const taken = await inTenant({ tenantId }, async (tx) => {
    const messageId = await takeSlot(tx, tenantId, everySeconds);
    return messageId === null ? null : { messageId, sender: await canarySender(tx, tenantId) };
  });
  if (!taken) return null;
  const url = new URL(`/api/webhooks/${taken.sender.key}`, web).href;
  let status = 0;
  for (const pause of pausesMs) {
    if (pause > 0) await new Promise((resume) => setTimeout(resume, pause));
    status = await post(url, taken.sender.secret, taken.messageId);
    if (status === 202) break;
  }
  await inTenant({ tenantId }, (tx) => canaryAnswered(tx, tenantId, taken.messageId, status));
  return status;
}
