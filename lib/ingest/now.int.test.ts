import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signHeaders } from '#lib/sources/sign';
import { demoDatabase } from '#scripts/testing/demo-database';
import { demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';

let database: Awaited<ReturnType<typeof demoDatabase>>;
beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(() => database.close());

test.each([-20, 20])(
  'a clock of ours that is %i minutes off refuses no fresh delivery and quarantines no present fact',
  async (minutes) => {
    vi.resetModules();
    const { receiveWebhook } = await import('./receive-webhook.ts');
    const osigu = demoSender('demo-osigu');
    const fresh = signedRequest(osigu, inventedEvent('prescription.issued', { created_at: new Date().toISOString() }));
    const standard = demoSender('demo-standard');
    const event = inventedEvent('medication.prescription.signed.v1');
    // By our wrong clock this one would be fresh.
    const wrong = { now: Date.now() / 1000 + minutes * 60, messageId: 'msg_wrong' };
    const headers = signHeaders('standard', JSON.stringify(event), standard.secret, wrong);
    const stale = signedRequest(standard, event, { headers });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    try {
      expect(await receiveWebhook(osigu.key, fresh)).toMatchObject({ status: 202, accepted: 1 });
      expect(await receiveWebhook(standard.key, stale)).toEqual({ status: 401 });
    } finally {
      vi.useRealTimers();
    }
  },
);
