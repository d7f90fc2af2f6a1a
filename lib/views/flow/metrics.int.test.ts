import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownSourceOf } from '#scripts/testing/own-source';
import { processAll } from '#scripts/testing/processing';
import { signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../../app/api/webhooks/[source]/route.ts';
import { metricsText } from './metrics.ts';

// Every metric that an operator's dashboard and rules name exists, and none is about a patient.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let text = '';
let source = '';
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const sender = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  source = sender.key;
  const post = (request: Request) => POST(request, { params: Promise.resolve({ source: sender.key }) });
  const event = inventedEvent('medication.prescription.signed.v1');
  for (const body of [event, event, { half: true }]) await post(signedRequest(sender, body));
  await post(signedRequest({ ...sender, secret: 'another' }, event));
  await processAll();
  await everyone.rows(
    `insert into "SourcePulse" ("tenantId", "sourceId", at, "lastReceivedAt", "sentLagMs", "processLagMs") values ('demo', $1, now(), now() - interval '30 seconds', 1500, 20)`,
    [sender.sourceId],
  );
  await everyone.rows(
    `insert into "OpsAlert" ("tenantId", id, kind, since, figures) values ('demo', 'inc_1', 'outbox-old', now(), '{}')`,
  );
  await everyone.rows(
    `insert into "Canary" ("tenantId", slot, "messageId", "sentAt", status, "processedAt") values ('demo', 1, 'c', now() - interval '10 seconds', 202, now() - interval '9 seconds')`,
  );
  await everyone.rows(
    `insert into "Heartbeat" (worker, at, "clockMs") values ('test', now() - interval '4 seconds', 1200) on conflict do nothing`,
  );
  ({ text } = await metricsText());
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const names = (content: string) => new Set(content.match(/\bscriptline_[a-z_]+/g) ?? []);
const read = (file: string) => readFileSync(new URL(`../../../docs/monitoring/${file}`, import.meta.url), 'utf8');

test.each(['grafana-dashboard.json', 'prometheus-rules.yml'])('every metric that %s names is answered', (file) => {
  const answered = names(text);
  expect(names(read(file)).size).toBeGreaterThan(10);
  expect([...names(read(file))].filter((name) => !answered.has(name))).toEqual([]);
});

test('figures are by source, queue and kind', () => {
  const value = (line: string) => Number(new RegExp(`^${line.replace(/[{}]/g, '\\$&')} (.+)$`, 'm').exec(text)?.[1]);
  expect(value(`scriptline_events_received_total{source="${source}",outcome="accepted"}`)).toBe(1);
  expect(value(`scriptline_events_received_total{source="${source}",outcome="duplicates"}`)).toBe(1);
  expect(value(`scriptline_events_received_total{source="${source}",outcome="quarantined"}`)).toBe(1);
  expect(value(`scriptline_webhooks_refused_total{source="${source}",status="401"}`)).toBe(1);
  expect(value(`scriptline_source_sent_lag_seconds{source="${source}"}`)).toBe(1.5);
  expect(value(`scriptline_source_last_event_seconds{source="${source}"}`)).toBeGreaterThanOrEqual(30);
  expect(value('scriptline_dead_letters_open{queue="medication.ingestion.dlq"}')).toBe(1);
  expect(value('scriptline_incidents_open{kind="outbox-old"}')).toBe(1);
  expect(value('scriptline_canary_round_trip_seconds')).toBe(1);
  expect(value('scriptline_worker_clock_ahead_seconds')).toBe(1.2);
  expect(value('scriptline_worker_heartbeat_seconds')).toBeGreaterThanOrEqual(4);
});

test('a tenant of which no canary ever came through is the one that waits longest', async () => {
  await everyone.rows(`update "Tenant" set "createdAt" = now() - interval '1 hour' where "tenantId" = 'other'`);
  const last = /^scriptline_canary_last_seconds (.+)$/m.exec((await metricsText()).text)?.[1];
  expect(Number(last)).toBeGreaterThanOrEqual(3_600);
});

test('nothing of a patient or a secret is in them', async () => {
  const people = await everyone.rows<{ id: string }>(`select id from "Patient"`);
  for (const { id } of people) expect(text).not.toContain(id.slice(id.indexOf(':') + 1));
  expect(text).not.toMatch(/secret-of|@example|Morales|whsec_/);
});
