import { expect } from '@playwright/test';
import { instantAgo, medicationBody, postEvent } from '../support/sender.ts';
import type { SignedIn } from './roles.ts';

/** One of everything that an admin has, by the ids that its tenant made. */
export type Belongings = {
  readonly source: string;
  readonly sourceKey: string;
  readonly subscription: string;
  readonly delivery: string;
  readonly letter: string;
  readonly amendment: string;
  readonly replay: string;
  readonly hold: string;
  readonly purge: string;
  readonly recipient: string;
  readonly account: string;
};

const reason = 'the walls are tried';
/** Drafts are kept 30 days from their fact: such a one is due as soon as it has come. */
const sixtyDays = 60 * 86_400;

export type DoorCase = (path: string, body?: object) => Promise<{ readonly status: number; readonly json: unknown }>;

export function askingAs(baseUrl: string, { cookie }: SignedIn): DoorCase {
  return async (path, body) => {
    const answer = await fetch(`${baseUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, origin: baseUrl, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, json: await answer.json() };
  };
}

const at = (json: unknown, name: string): string => String(Reflect.get(Object(json), name));
const first = (json: unknown): unknown => Reflect.get(Object(json), 'items')?.[0];

/** Makes one of each in the asker's own tenant; every id is then one that its owner can use. */
export async function make(baseUrl: string, owner: SignedIn): Promise<Belongings> {
  const ask = askingAs(baseUrl, owner);
  const made = async (path: string, body: object) => {
    const { status, json } = await ask(path, body);
    expect([path, status < 300, json]).toEqual([path, true, json]);
    return json;
  };
  const sourceKey = `walls-${crypto.randomUUID().slice(0, 8)}`;
  const source = await made('/api/sources', { key: sourceKey, name: sourceKey, format: 'medication-service' });
  const sender = { key: sourceKey, format: 'medication-service', secret: at(source, 'secret') } as const;
  const type = 'medication.prescription.drafted.v1';
  const draftedAt = instantAgo(sixtyDays);
  const named = { tenantid: `ten_${owner.tenantId}` };
  const due = { ...medicationBody(type, { prescriptionId: `rx-${sourceKey}`, draftedAt }, sixtyDays), ...named };
  const dead = { ...medicationBody(type, { prescriptionId: { not: 'an id' }, draftedAt }), ...named };
  for (const event of [due, dead]) expect((await postEvent(baseUrl, sender, event)).status).toBe(202);

  const letters = async () => first((await ask(`/api/dead-letters?source=${sourceKey}`)).json);
  await expect.poll(letters, { timeout: 15_000 }).toBeTruthy();
  const letter = at(await letters(), 'seq');
  await made(`/api/dead-letters/${letter}/amendments/draft`, { reason });
  const text = JSON.stringify({ prescriptionId: `rx-${sourceKey}`, draftedAt });
  const amendment = await made(`/api/dead-letters/${letter}/amendments`, { text, reason });
  const replay = await made('/api/replays/preview', { name: 'The walls', reason, ids: [Number(letter)] });
  const types = ['medication.prescription.signed.v1'];
  const subscription = await made('/api/subscriptions', { name: sourceKey, types, url: 'http://localhost:9/walls' });
  await made(`/api/subscriptions/${at(subscription, 'id')}/test`, {});
  const delivery = first((await ask(`/api/subscriptions/${at(subscription, 'id')}/deliveries`)).json);
  const hold = await made('/api/retention/holds', { kind: 'source', subject: sourceKey, reason });
  const purge = await made('/api/retention/runs', { reason });
  const recipient = first((await ask('/api/flow/recipients')).json);
  const account = first((await ask('/api/accounts')).json);
  return {
    ...{ source: at(source, 'id'), sourceKey, subscription: at(subscription, 'id'), delivery: at(delivery, 'id') },
    ...{ letter, amendment: at(amendment, 'id'), replay: at(replay, 'previewId') },
    ...{ hold: at(hold, 'id'), purge: at(purge, 'id'), recipient: at(recipient, 'id'), account: at(account, 'id') },
  };
}
