import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import type { JsonObject } from '#lib/domain/base/json/json';
import type { WireFormatName } from '#lib/domain/base/system';
import { signHeaders } from '#lib/sources/sign';
import { demoSources } from '#prisma/demo';

/** An id of this run only: journeys share the demo's tenants. */
export const fresh = (prefix: string) => `${prefix}_${randomBytes(6).toString('hex')}`;

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

/** Sends one event as its sender would: signed, to the source's own address. */
export async function sendRaw(
  base: string,
  key: string,
  body: JsonObject,
): Promise<{ accepted: number; duplicates: number; quarantined: number }> {
  const source = demoSources.find((one) => one.key === key);
  if (!source) throw new Error(`no demo source ${key}`);
  const answer = await postEvent(base, source, body);
  expect(answer.status).toBe(202);
  return answer.json();
}

type Sender = { readonly key: string; readonly format: WireFormatName; readonly secret: string };

/** Posts one event signed with the given secret, and answers what came back. */
export function postEvent(base: string, { key, format, secret }: Sender, body: JsonObject): Promise<Response> {
  const raw = new TextEncoder().encode(JSON.stringify(body));
  const signing = { now: Math.floor(Date.now() / 1000), messageId: fresh('msg') };
  const headers = signHeaders(format, raw, secret, signing);
  return fetch(`${base}/api/webhooks/${key}`, { method: 'POST', headers, body: raw });
}

export function medicationBody(type: string, data: JsonObject, secondsAgo = 5): JsonObject {
  const envelope = {
    specversion: '1.0',
    type,
    source: 'ghasi/medication-service',
    id: fresh('evt'),
    time: ago(secondsAgo),
  };
  return { ...envelope, tenantid: 'ten_demo', actorid: 'usr_demo_ana', correlationid: fresh('corr'), data };
}

export function osiguBody(event_type: string, data: JsonObject, secondsAgo = 5): JsonObject {
  const provider = { provider_id: 'prv_demo', provider_slug: 'demo-clinic' };
  return {
    event_id: fresh('evt'),
    event_type,
    created_at: ago(secondsAgo),
    api_version: '2026-01-01',
    environment: 'sandbox',
    data,
    provider,
  };
}

export function photonBody(type: string, data: JsonObject, secondsAgo = 5): JsonObject {
  const envelope = {
    id: fresh('evt'),
    type,
    specversion: '1.0',
    datacontenttype: 'application/json',
    time: ago(secondsAgo),
  };
  return { ...envelope, subject: String(data['id']), source: 'org:org_demo', data };
}

export const instantAgo = ago;
