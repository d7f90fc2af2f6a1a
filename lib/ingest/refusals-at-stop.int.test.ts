import { afterAll, beforeAll, expect, test } from 'vitest';
import { shutdownHooks } from '#scripts/serving/graceful-stop';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownSourceOf } from '#scripts/testing/own-source';
import { signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../app/api/webhooks/[source]/route.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

test('refusals of the last second before a stop are counted', async () => {
  const source = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  const wrong = { ...source, secret: 'another' };
  const event = inventedEvent('medication.prescription.held.v1');
  for (let n = 0; n < 3; n++) {
    const answer = await POST(signedRequest(wrong, event), { params: Promise.resolve({ source: source.key }) });
    expect(answer.status).toBe(401);
  }
  const counted = () =>
    everyone.rows(`select fault, count from "SourceRefusal" where "sourceId" = $1`, [source.sourceId]);
  expect(await counted()).toEqual([]);
  await Promise.all([...shutdownHooks()].map((hook) => hook(Promise.resolve())));
  expect(await counted()).toEqual([{ fault: 'mismatch', count: 3 }]);
});
