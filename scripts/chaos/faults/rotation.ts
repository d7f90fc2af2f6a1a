import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import type { Fault } from '../fault.ts';
import { outcome } from '../outcome.ts';
import { keepAliveAgent, postForChaos, signedNow } from '../post.ts';
import { signedIn } from '../signed-in.ts';

const sizes = { full: { rotations: 20, betweenMs: 500 }, short: { rotations: 3, betweenMs: 100 } };
const crowd = 16;

/** A source of its own, so that the demo's secrets stay as they are. */
async function newSource(
  admin: Awaited<ReturnType<typeof signedIn>>,
): Promise<{ id: string; key: string; secret: string }> {
  const key = `rotation-${randomUUID().slice(0, 8)}`;
  const source = { key, name: key, format: 'medication-service' };
  const { id, secret } = Object(await admin.post('/api/sources', source));
  return { id: String(id), key, secret: String(secret) };
}

export const rotation: Fault = {
  key: 'rotation',
  fault: (size) => `a source's secret changed over × ${sizes[size].rotations} under load, the sender changing at once`,
  must: 'no event refused; the old secret refused at once when it is ended',
  run: async (instance, size) => {
    const { rotations, betweenMs } = sizes[size];
    await instance.empty();
    const admin = await signedIn(instance.address, 'admin@demo.test');
    const { id, key, secret: first } = await newSource(admin);
    const agent = keepAliveAgent(crowd);
    const statuses = new Map<number, number>();
    let secret = first;
    let going = true;
    const send = async (signing: string): Promise<number> => {
      const sender = { key, format: 'medication-service', secret: signing } as const;
      const raw = JSON.stringify(inventedEvent('medication.prescription.signed.v1'));
      return (await postForChaos(instance.address, sender, raw, signedNow(sender, raw, randomUUID()), agent)).status;
    };
    const load = Array.from({ length: crowd }, async () => {
      while (going) {
        const status = await send(secret);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    let refusedAtOnce = 0;
    let version = 1;
    for (let nth = 0; nth < rotations; nth++) {
      const old = secret;
      const made = await admin.post(`/api/sources/${id}/rotate`, { version: version++, overlapHours: 1 });
      secret = String(Object(made).secret);
      // Requests signed with the old one are on their way for a moment yet.
      await wait(betweenMs);
      await admin.post(`/api/sources/${id}/end-old-secret`, { version: version++ });
      await wait(1_000);
      if ((await send(old)) === 401) refusedAtOnce++;
    }
    going = false;
    await Promise.all(load);
    const accepted = statuses.get(202) ?? 0;
    const other = [...statuses.values()].reduce((all, count) => all + count, 0) - accepted;
    const [row] = await instance
      .everyone()
      .rows<{ n: number }>(`select count(*)::int as n from "LedgerEvent" where "sourceId" = $1`, [id]);
    return outcome(
      [`${accepted} events answered 202`, accepted > 0],
      [`${other} refused`, other === 0],
      [`${accepted - (row?.n ?? 0)} lost`, row?.n === accepted],
      [`old secret refused within a second ${refusedAtOnce} of ${rotations} times`, refusedAtOnce === rotations],
    );
  },
};
