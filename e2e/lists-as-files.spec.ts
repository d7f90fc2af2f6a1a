import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, instantAgo, osiguBody, sendRaw } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

/** The answer of the screen's own link. */
async function fileOf(page: Page, path: string): Promise<string> {
  await page.goto(path);
  const link = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const file = await page.request.get(link ?? 'none');
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  return file.text();
}

test('a doctor exports tasks and patients as files; the search is part of no address', async ({ page }) => {
  const [rx, patient] = [fresh('rx'), fresh('pat')];
  const name = `Inventada${fresh('').slice(1)}`;
  const issued = {
    ...{ prescription_id: rx, prescription_code: rx, issued_at: instantAgo(60) },
    doctor: { doctor_id: 'doc_demo_ana' },
    patient: { patient_id: patient, first_name: name, last_name: 'Sandoval' },
  };
  await sendRaw(base, 'demo-osigu', osiguBody('prescription.issued', issued));
  const failed = { prescription_id: rx, email: `${patient}@exmaple.test`, reason: '550 5.1.1 no such user' };
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.email_failed', { ...failed, attempted_at: instantAgo(30) }),
  );
  await signInAs(page, 'doctor@demo.test');
  await expect.poll(() => fileOf(page, '/follow-ups')).toContain(name);
  const people = await fileOf(page, '/patients');
  expect(people).toContain(name);
  expect(people).not.toContain(`${patient}@`);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('searchbox', { name: 'Search patients' }).fill(name);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('patients.csv');
  const [head, found, ...rest] = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect([head?.split(',')[0], found?.includes(name), rest]).toEqual(['id', true, []]);
  expect([page.url(), ...asked].filter((url) => url.includes(name))).toEqual([]);
});

test('an admin exports the failures to fix and to assign as files', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  expect(await fileOf(page, '/incidents')).toContain('key,what,domain,cause');
  expect(await fileOf(page, '/unassigned')).toContain('prescription,since,cause,attempts');
});
