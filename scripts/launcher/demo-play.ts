import type { Json } from '#lib/domain/base/json/json';
import { postedSamples, type Sample } from '#scripts/samples';
import { demoClinic, sourceOf } from '#scripts/simulate/clinic';
import { carry, type SimulatedDelivery } from '#scripts/simulate/delivery';
import { demoDay, demoRun } from '#scripts/simulate/demo-day';
import type { DatedDeliveries } from '#scripts/simulate/demo-mishaps';
import { patientsFile, productsFile } from '#scripts/simulate/directory-files';
import { post } from '#scripts/simulate/post';
import { CannotStart, reasonOf } from './cannot-start.ts';
import { importDirectories } from './demo-directories.ts';

/** The samples' history ends this long before it is played. */
const endedMs = 4 * 60_000;
const atATime = 8;

/**
 * Plays the published samples and three days of a clinic into an instance in demo mode, through its webhooks, signed, oldest first, and imports the
 * clinic's own directories; times are counted from `now`.
 * @throws CannotStart naming the first event that was not answered 202
 */
export async function playSamples(baseUrl: string, now: Date): Promise<void> {
  const day = demoDay(now);
  const all = [...samplesUntil(new Date(now.getTime() - endedMs)), ...day];
  const queue = all.sort((a, b) => a.at.getTime() - b.at.getTime()).values();
  const sender = async () => {
    for (const { deliveries } of queue) for (const delivery of deliveries) await sendOne(baseUrl, delivery);
  };
  await Promise.all(Array.from({ length: atATime }, sender));
  await importDirectories(baseUrl, { products: productsFile(), patients: patientsFile(day, demoRun) });
}

async function sendOne(baseUrl: string, delivery: SimulatedDelivery): Promise<void> {
  const { source, about } = delivery;
  try {
    const { status } = await post(baseUrl, delivery, { tries: 5, pauseMs: 500 });
    if (status === 202) return;
    throw new CannotStart(`The demo cannot be played: ${source} answered ${status} to ${about}.`);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`The demo cannot be played: ${source} did not answer to ${about} (${reasonOf(error)}).`);
  }
}

/** The samples with all their times moved by one constant, so that the newest is at `end`. */
export function samplesUntil(end: Date): readonly DatedDeliveries[] {
  const samples = postedSamples();
  const newest = Math.max(...samples.map(({ time }) => Date.parse(time)));
  return samples.map((sample) => moved(sample, end.getTime() - newest));
}

function moved({ name, time, format, body }: Sample, by: number): DatedDeliveries {
  const id = body['event_id'] ?? body['id'];
  const raw = JSON.stringify(later(body, by));
  const delivery = carry(sourceOf(demoClinic.tenantId, format).key, String(id), name, raw);
  return { at: new Date(Date.parse(time) + by), deliveries: [delivery] };
}

/** A text printed on a lot stays as it is; every other time and date belongs to the story. */
const printed = 'expiryDate';

function later(value: Json, by: number, name = ''): Json {
  if (typeof value === 'string' && name !== printed) return laterText(value, by);
  if (Array.isArray(value)) return value.map((entry: Json) => later(entry, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, later(entry, by, key)]));
}

function laterText(text: string, by: number): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(Date.parse(text) + by).toISOString().slice(0, 10);
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);
  return instant ? new Date(Date.parse(text) + by).toISOString() : text;
}
