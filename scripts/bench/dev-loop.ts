import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { signHeaders } from '#lib/sources/sign';
import { demoSources } from '#prisma/demo';
import { freePort } from '#scripts/embedded-postgres/port';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { findChromium } from '#scripts/testing/chromium';
import { testEnvironment } from '#scripts/testing/run-stage';
import { signInOverHttp } from '#scripts/testing/sign-in-over-http';
import type { Bench } from './bench.ts';
import { begin } from './child.ts';

const root = path.resolve(import.meta.dirname, '../..');
const patienceSeconds = 60;

/** A line of a file as it is, and as an engineer would edit it in round `nth`. */
type Edit = { readonly file: string; readonly line: string; edited(nth: number): string };

const word: Edit = {
  file: 'lib/i18n/words/en/screens.json',
  line: '"product": "Every prescription event, received, kept and shown."',
  edited: (nth) => `"product": "Every prescription event, edited ${nth} times."`,
};

const eventType: Edit = {
  file: 'lib/events/medication/prescription-held.ts',
  line: 'holdReason: data.reason,',
  edited: (nth) => `holdReason: \`edited ${nth} times\`,`,
};

/**
 * `npm run dev` of this checkout: the time from saving a word to its appearance on an open page, and from saving an event type to the first event
 * that is processed by it. Both files are edited and put back.
 */
export async function devLoop({ server, rounds, say, found }: Bench): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-bench-dev-'));
  chmodSync(dataDir, 0o755);
  const env = testEnvironment({
    ...{ SCRIPTLINE_DATA_DIR: dataDir, SCRIPTLINE_DEMO: '1', PORT: String(await freePort()) },
  });
  const child = begin([path.join(root, 'scripts/dev.ts')], env, path.join(server.folder, 'dev.log'));
  const browser = await chromium.launch(findChromium() ?? {});
  try {
    const baseUrl = String(Reflect.get(Object(await child.told), 'ready'));
    const page = await browser.newPage();
    await page.goto(`${baseUrl}/sign-in`, { timeout: patienceSeconds * 1_000 });
    const cookie = await signInOverHttp(baseUrl, 'pharmacist@demo.test');
    // The first page and the first event compile what they need.
    await holdReasonOf(baseUrl, cookie);
    const words: number[] = [];
    const types: number[] = [];
    for (let nth = 1; nth <= rounds; nth += 1) {
      words.push(await timed(word, nth, () => shown(page, `edited ${nth} times`)));
      types.push(await timed(eventType, nth, () => processedAs(baseUrl, cookie, `edited ${nth} times`)));
      say(`word ${words.at(-1)?.toFixed(1)} s  event type ${types.at(-1)?.toFixed(1)} s`);
    }
    const row = { section: 'dev', against: '—', unit: 's', reach: { at: 'most', value: 5 } } as const;
    found({ ...row, what: 'an edited word is on an open page', rounds: words });
    found({ ...row, what: 'an event is processed by its edited type', rounds: types });
  } finally {
    await browser.close();
    await child.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Seconds from the save of an edit until `seen` resolves; the file is as before afterwards. */
async function timed({ file, line, edited }: Edit, nth: number, seen: () => Promise<void>): Promise<number> {
  const place = path.join(root, file);
  const before = readFileSync(place, 'utf8');
  if (!before.includes(line)) throw new CannotStart(`${file} no longer has the line that is edited here: ${line}`);
  try {
    save(place, before.replace(line, edited(nth)));
    const began = performance.now();
    await seen();
    return (performance.now() - began) / 1_000;
  } finally {
    save(place, before);
  }
}

/** Editors save by renaming. */
function save(place: string, text: string): void {
  writeFileSync(`${place}.saved`, text);
  renameSync(`${place}.saved`, place);
}

function shown(page: Page, text: string): Promise<void> {
  return page.getByText(text).waitFor({ timeout: patienceSeconds * 1_000 });
}

async function processedAs(baseUrl: string, cookie: string, reason: string): Promise<void> {
  const until = performance.now() + patienceSeconds * 1_000;
  while (performance.now() < until) if ((await holdReasonOf(baseUrl, cookie)) === reason) return;
  throw new Error(`No event was processed by the edited type in ${patienceSeconds} s`);
}

let sent = 0;

/** Sends an event about a new prescription, waits until it is processed, and answers the reason of the hold that it left. */
async function holdReasonOf(baseUrl: string, cookie: string): Promise<string> {
  sent += 1;
  const id = `rx_dev_${process.pid}_${sent}`;
  await send(baseUrl, id);
  for (let tries = 0; tries < patienceSeconds * 10; tries += 1) {
    const answer = await fetch(`${baseUrl}/api/prescriptions/${encodeURIComponent(`medication:${id}`)}`, {
      headers: { cookie },
    });
    if (answer.status === 200) return String(Reflect.get(Object(await answer.json()), 'holdReason'));
    await wait(100);
  }
  throw new Error('An event was not processed');
}

async function send(baseUrl: string, prescriptionId: string): Promise<void> {
  const source = demoSources.find(({ key }) => key === 'demo-medication');
  if (!source) throw new Error('The demo has no source demo-medication');
  const body = new TextEncoder().encode(
    JSON.stringify({
      ...{ specversion: '1.0', type: 'medication.prescription.held.v1', source: 'ghasi/medication-service' },
      ...{ id: `evt_${prescriptionId}`, time: new Date().toISOString(), tenantid: 'ten_demo', actorid: 'usr_demo_ana' },
      ...{ correlationid: `corr_${prescriptionId}`, data: { prescriptionId, reason: 'sent' } },
    }),
  );
  const signing = { now: Math.floor(Date.now() / 1_000), messageId: `msg_${prescriptionId}` };
  const headers = signHeaders(source.format, body, source.secret, signing);
  const answer = await fetch(`${baseUrl}/api/webhooks/${source.key}`, { method: 'POST', headers, body });
  if (answer.status !== 202) throw new Error(`The webhook answered ${answer.status}`);
}
