import { expect, type Page } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs, signInAtHome } from './support/people.ts';
import { fresh, instantAgo, osiguBody, photonBody, sendRaw } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

type Known = { readonly osigu: string; readonly photon: string; readonly rx: string; readonly name: string };

/** A patient of one doctor in two systems: Osigu names them and an email failed, Photon has but an id. */
async function patientOfTwoSystems(doctor: 'ana' | 'luis'): Promise<Known> {
  const [osigu, photon, rx] = [fresh('pat'), fresh('pat'), fresh('rx')];
  const name = `Inventada${fresh('').slice(1)}`;
  const issued = {
    ...{
      prescription_id: rx,
      prescription_code: rx,
      issued_at: instantAgo(60),
      doctor: { doctor_id: `doc_demo_${doctor}` },
    },
    patient: { patient_id: osigu, first_name: name, last_name: 'Sandoval' },
    medications: [{ product_code: 'MED-042', quantity: 10 }],
  };
  await sendRaw(base, 'demo-osigu', osiguBody('prescription.issued', issued));
  const failed = { prescription_id: rx, email: `${osigu}@exmaple.test`, reason: '550 5.1.1 no such user' };
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.email_failed', { ...failed, attempted_at: instantAgo(30) }),
  );
  const prescribed = {
    ...{ id: fresh('rx'), patient: { id: photon }, prescriberId: `usr_demo_${doctor}`, state: 'ACTIVE' },
    ...{ medicationId: 'med_01', dispenseQuantity: 30, dispenseUnit: 'EA', refillsAllowed: 0 },
  };
  await sendRaw(base, 'demo-photon', photonBody('photon:prescription:created', prescribed));
  return { osigu, photon, rx, name };
}

const path = (id: string) => `/patients/${encodeURIComponent(id)}`;

async function openPatient(page: Page, id: string): Promise<void> {
  await expect.poll(async () => (await page.request.get(`/api${path(id)}`)).status()).toBe(200);
  await page.goto(path(id));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a doctor finds a patient without the name in the address, and corrects the email address: the history shows who and when', async ({
  page,
}) => {
  const { osigu, name } = await patientOfTwoSystems('ana');
  await signInAtHome(page, 'doctor@demo.test');
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('searchbox', { name: 'Search patients' }).fill(name);
  await page.getByRole('row').filter({ hasText: name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  expect(page.url()).not.toContain(name);
  await expect(page.getByText(`${osigu}@exmaple.test`).first()).toBeVisible();

  await page.getByRole('button', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill('nobody@');
  await expect(dialog.getByText('This is not an email address.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Email').fill(`${osigu}@example.test`);
  await dialog.getByLabel(/^Why/).fill('She spelled it');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'How to reach the patient' })).toContainText(`${osigu}@example.test`);
  const history = page.getByRole('region', { name: 'Addresses, newest first' }).getByRole('listitem');
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('typed by Dr. Ana Solares');
  await expect(history.last()).toContainText(`${osigu}@exmaple.test`);
});

test('a person links two systems by id, sees both sides, gives a reason; and unlinks them', async ({ page }) => {
  const { osigu, photon, name } = await patientOfTwoSystems('ana');
  await signInAs(page, 'doctor@demo.test');
  await openPatient(page, `photon:${photon}`);
  await expect(page.getByText('no sender and no directory supplies a name')).toBeVisible();
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('System').selectOption('osigu');
  await dialog.getByLabel('Patient id there').fill(osigu);
  await expect(dialog.getByRole('region', { name: 'The other' })).toContainText(name);
  await expect(dialog.getByRole('button', { name: 'They are one person' })).toBeDisabled();
  await dialog.getByLabel('How do you know?').fill('Both cards were shown');
  await dialog.getByRole('button', { name: 'They are one person' }).click();
  await expect(page).toHaveURL(/\/patients\/dir%3A/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  const ids = page.getByRole('region', { name: 'Ids in each system' });
  await expect(ids.getByRole('listitem')).toHaveCount(2);
  await expect(ids.getByText('Both cards were shown').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Prescriptions' }).getByRole('row')).toHaveCount(3);

  await page.getByRole('button', { name: `Take back ${photon}` }).click();
  await page.getByRole('dialog').getByLabel('Why').fill('Somebody else');
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(ids.getByRole('listitem')).toHaveCount(1);
});

test('a pharmacist imports people: the preview says what would change and what is wrong, and only that is done', async ({
  page,
}) => {
  const { osigu, photon } = await patientOfTwoSystems('ana');
  await signInAtHome(page, 'pharmacist@demo.test');
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Directories' }).click();
  const choose = async (csv: string) => {
    await page.getByRole('button', { name: 'Import patients' }).click();
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.getByLabel('File').setInputFiles(file);
  };
  const head = 'Nombre,Correo,Idioma,osigu_id,photon_id';
  await choose(`${head}\nPerla Inventada,perla@example.test,es,,${photon}\nNadie,nadie@,es,${osigu},\n`);
  const rows = page.getByRole('list', { name: 'Rows of the file' });
  await expect(rows.getByRole('listitem').filter({ hasText: 'line 2' }).first()).toContainText('New');
  await expect(rows).toContainText('This is not an email address.');
  await page.getByRole('button', { name: 'Import 1 row', exact: true }).click();
  await expect(page.getByText('1 row imported.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();

  await choose(`${head}\nPerla Inventada,perla@example.org,es,,${photon}\n`);
  await expect(rows.getByRole('deletion')).toHaveText('perla@example.test');
  await expect(rows.getByRole('insertion')).toHaveText('perla@example.org');
  await page.getByRole('button', { name: 'Import 1 row', exact: true }).click();
  await expect(page.getByText('1 row imported.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();

  await choose(`${head}\nPerla Inventada,perla@example.org,es,,${photon}\n`);
  await expect(page.getByText('Everything in this file is in the directory already.')).toBeVisible();
  await openPatient(page, `photon:${photon}`);
  await expect(page.getByText('name from the directory')).toBeVisible();
  await expect(page.getByText('by an import')).toBeVisible();
});

test('two doctors: what one corrects the other neither sees nor changes', async ({ browser, page, baseURL }) => {
  const { osigu, name } = await patientOfTwoSystems('ana');
  await signInAs(page, 'doctor@demo.test');
  await openPatient(page, `osigu:${osigu}`);
  const colleague = await browser.newContext(baseURL ? { baseURL } : {});
  const other = await colleague.newPage();
  await signInAs(other, 'doctor2@demo.test');
  expect((await other.request.get(`/api${path(`osigu:${osigu}`)}`)).status()).toBe(403);
  await other.goto(path(`osigu:${osigu}`));
  await expect(other.getByText('This is not yours to see')).toBeVisible();
  await other.goto('/patients');
  await other.getByRole('searchbox', { name: 'Search patients' }).fill(name);
  await expect(other.getByText('Nobody found')).toBeVisible();
  await other.goto('/directories');
  await expect(other.getByText('Only pharmacists and admins may see this screen.')).toBeVisible();
  await colleague.close();
});

test('a medicine that came by its code alone is named once, and every screen says the name', async ({ page }) => {
  const code = fresh('MED');
  const rx = fresh('rx');
  const issued = {
    ...{ prescription_id: rx, prescription_code: rx, issued_at: instantAgo(60), doctor: { doctor_id: 'doc_demo_ana' } },
    patient: { patient_id: fresh('pat'), first_name: 'Lía', last_name: 'Inventada' },
    medications: [{ product_code: code, quantity: 10 }],
  };
  await sendRaw(base, 'demo-osigu', osiguBody('prescription.issued', issued));
  await signInAs(page, 'pharmacist@demo.test');
  const nameless = async () => (await page.request.get('/api/products/nameless')).text();
  await expect.poll(nameless).toContain(code);
  await page.goto('/directories?tab=products');
  await page.getByRole('button', { name: `Name it ${code}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Codes')).toHaveValue(`osigu:${code}`);
  await dialog.getByLabel('Name', { exact: true }).fill(`Invented ${code}`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: `Name it ${code}` })).toHaveCount(0);
  await page.goto(`/prescriptions/${encodeURIComponent(`osigu:${rx}`)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Invented ${code}`);
});
