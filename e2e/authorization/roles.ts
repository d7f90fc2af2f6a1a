import { expect } from '@playwright/test';
import { signHeaders } from '#lib/sources/sign';
import { demoAccounts, demoPassword, demoSources } from '#prisma/demo';
import { CookieBrowser } from '#scripts/testing/cookie-browser';
import type { TriedRecord } from './expectations.ts';

export type SignedIn = {
  readonly email: string;
  readonly tenantId: string;
  readonly role: 'doctor' | 'pharmacist' | 'admin';
  readonly prescriberIds: readonly string[];
  readonly cookie: string;
};

/** Signs a demo account in over HTTP, as the contract describes it. */
export async function signInForApi(baseUrl: string, email: string): Promise<SignedIn> {
  const browser = new CookieBrowser();
  const { csrfToken } = await (await browser.get(`${baseUrl}/api/auth/csrf`)).json();
  const form = { csrfToken, email, password: demoPassword, json: 'true' };
  const answer = await browser.post(`${baseUrl}/api/auth/callback/credentials`, form);
  expect(answer.status, email).toBe(200);
  const account = demoAccounts.find((candidate) => candidate.email === email);
  if (!account) throw new Error(`${email} is no demo account`);
  const { tenantId, role, prescriberIds } = account;
  return { email, tenantId, role, prescriberIds, cookie: browser.cookieHeader(baseUrl) };
}

export type OwnedRecord = TriedRecord & { readonly tenantId: string; readonly prescriberId: string };

/** Posts one signed prescription of a prescriber through the tenant's webhook, and waits until its admin can read it. */
export async function prescribe(baseUrl: string, admin: SignedIn, prescriber: string): Promise<OwnedRecord> {
  const code = `wall-${crypto.randomUUID()}`;
  const source = demoSources.find(
    ({ tenantId, format }) => tenantId === admin.tenantId && format === 'medication-service',
  );
  if (!source) throw new Error('no source');
  const now = new Date();
  const raw = JSON.stringify({
    ...{
      specversion: '1.0',
      type: 'medication.prescription.signed.v1',
      source: 'ghasi/medication-service',
      id: `evt-${code}`,
    },
    ...{ time: now.toISOString(), tenantid: `ten_${admin.tenantId}` },
    data: {
      ...{ prescriptionId: code, patientId: `pat-${code}`, prescriberId: prescriber, signedAt: now.toISOString() },
      ...{
        medicationCode: 'RxNorm|861007',
        medicationDisplay: 'Metformin 500 MG Oral Tablet',
        quantity: 30,
        quantityUnit: 'tablet',
      },
    },
  });
  const headers = signHeaders('medication-service', raw, source.secret, {
    now: now.getTime() / 1000,
    messageId: `dlv-${code}`,
  });
  const answer = await fetch(`${baseUrl}/api/webhooks/${source.key}`, { method: 'POST', headers, body: raw });
  expect(await answer.json()).toEqual({ accepted: 1, duplicates: 0, quarantined: 0 });
  const prescription = `medication:${code}`;
  const asAdmin = { headers: { cookie: admin.cookie } };
  const read = async () =>
    (await fetch(`${baseUrl}/api/prescriptions/${encodeURIComponent(prescription)}`, asAdmin)).status;
  await expect.poll(read, { timeout: 15_000 }).toBe(200);
  const { items } = await (await fetch(`${baseUrl}/api/events?q=evt-${code}`, asAdmin)).json();
  return { prescription, seq: items[0].seq, code, tenantId: admin.tenantId, prescriberId: `medication:${prescriber}` };
}
