import type { JsonObject } from '#lib/domain/base/json/json';
import { demoSender } from '#scripts/testing/signed-request';
import type { Fault } from '../fault.ts';
import { type ChaosInstance, metricsToken } from '../instance.ts';
import { loadedEvent, people } from '../invented-load.ts';
import { outcome } from '../outcome.ts';
import { postForChaos, signedNow } from '../post.ts';
import { settled } from '../settled.ts';
import { signedIn } from '../signed-in.ts';

const secrets = Object.values(people);
const osigu = demoSender('demo-osigu');

/** Events that go wrong in every way they can, each with a person's name, address and id in it. */
function faultyEvents(): readonly JsonObject[] {
  const { body } = loadedEvent('patient', 11);
  const { firstName: first_name, lastName: last_name, id: patient_id } = people;
  const email = `${people.email}@exmaple.test`;
  const failed = { prescription_id: 'rx_p', email, reason: `550 no ${email}`, attempted_at: '2026-11-10T16:00:12Z' };
  const envelope = { ...body, event_type: 'prescription.email_failed' };
  return [
    body,
    { ...body, data: { patient: { patient_id, first_name, last_name: last_name.repeat(2) } } },
    { ...envelope, event_id: 'evt_p1', data: failed },
    { ...envelope, event_id: 'evt_p2', data: { ...failed, prescription_id: [last_name], email: { email } } },
    { ...envelope, event_id: 'evt_p3', event_type: 'prescription.issued', data: { [email]: last_name } },
    { ...body, event_id: 'evt_p4', environment: last_name },
    { ...body, event_id: 'evt_p5', created_at: '2099-01-01T00:00:00Z' },
    { ...body, event_id: 'evt_p6', data: { note: `${last_name}\u0000${email}` } },
  ];
}

async function errorBodies(instance: ChaosInstance): Promise<readonly string[]> {
  const { firstName, lastName, email, id } = people;
  const ask = async (path: string, init?: RequestInit) => (await fetch(`${instance.address}${path}`, init)).text();
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ q: `${firstName} ${lastName}`, email });
  return Promise.all([
    ask(`/api/prescriptions/osigu:${id}`),
    ask('/api/search', { method: 'POST', headers: json, body }),
    ask('/api/webhooks/demo-osigu', { method: 'POST', headers: json, body }),
    ask(`/api/webhooks/${id}`, { method: 'POST', headers: json, body }),
    ask('/api/auth/callback/credentials', { method: 'POST', headers: json, body }),
  ]);
}

/** A colleague's patient, requested with a session in every way that names them: all refused. */
async function refusals(instance: ChaosInstance): Promise<readonly Response[]> {
  const { body } = loadedEvent('kept', 11);
  const raw = JSON.stringify(body);
  await postForChaos(instance.address, osigu, raw, signedNow(osigu, raw, 'kept'));
  await settled(instance);
  const [kept] = await instance.everyone().rows(`select id from "Patient" where id like '%${people.id}%'`);
  const id = String(kept?.['id']);
  const colleague = await signedIn(instance.address, 'doctor2@demo.test');
  const person = `/api/patients/${encodeURIComponent(id)}`;
  return Promise.all([
    colleague.ask(person),
    colleague.ask(person, { phone: null }),
    colleague.ask(`${person}/link`, { patientId: id, note: 'the same person' }),
    colleague.ask(`${person}/unlink`, { patientId: id, note: 'another person' }),
  ]);
}

export const noPatientData: Fault = {
  key: 'patient-data',
  fault: () =>
    'log, metrics, error bodies and dead letters of events that go wrong in every way, searched for a person',
  must: 'no name, address or id of a patient',
  run: async (instance) => {
    await instance.empty();
    const everyone = instance.everyone();
    // The database refuses a person's row, which makes it, the worker and the retry complain.
    await everyone.rows(
      `alter table "Patient" add constraint chaos_refuse check (id not like '%${people.id}%') not valid`,
    );
    const answers: string[] = [];
    for (const event of faultyEvents()) {
      const raw = JSON.stringify(event);
      answers.push((await postForChaos(instance.address, osigu, raw, signedNow(osigu, raw, 'msg'))).body);
    }
    await everyone.rows(`update "LedgerEvent" set attempts = 5 where status = 'received'`);
    await settled(instance);
    await everyone.rows('alter table "Patient" drop constraint chaos_refuse');
    const refused = await refusals(instance);
    const letters = await everyone.rows(
      'select d.*, e.paths as episode from "DeadLetter" d join "DeadLetterEpisode" e using ("tenantId", seq)',
    );
    const metrics = await fetch(`${instance.address}/api/metrics`, {
      headers: { authorization: `Bearer ${metricsToken}` },
    });
    const places: Readonly<Record<string, string>> = {
      log: instance.logs(),
      metrics: await metrics.text(),
      'error bodies': [
        ...answers,
        ...(await errorBodies(instance)),
        ...(await Promise.all(refused.map((answer) => answer.text()))),
      ].join('\n'),
      'dead letters': JSON.stringify(letters, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    };
    const found = Object.entries(places).flatMap(([place, text]) =>
      secrets
        .filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
        .map((secret) => `${secret} in the ${place}`),
    );
    return outcome(
      [`${letters.length} dead letters made`, letters.length >= 5],
      [
        `a colleague refused ${refused.length} times`,
        refused.length === 4 && refused.every(({ status }) => status === 403),
      ],
      [
        `${Object.values(places).reduce((sum, text) => sum + text.length, 0)} characters searched`,
        metrics.status === 200,
      ],
      [found.length === 0 ? 'nothing found' : found.join(', '), found.length === 0],
    );
  },
};
