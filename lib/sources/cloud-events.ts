import type { Json } from '#lib/domain/base/json/json';
import { parseJson } from '#lib/domain/base/json/parse-json';
import type { OpenedBody } from '#lib/domain/ledger/envelope';
import { openCloudEvent } from './cloud-event.ts';
import { digestOf } from './digest.ts';
import { notJson, unopened } from './unopened.ts';

/** A megabyte of ordinary events is about a thousand; each becomes a row, so a batch of crumbs is kept as one. */
export const mostEventsInABatch = 5000;

/**
 * Opens a JSON body of CloudEvents by what it is, an array or one object, and not by its content type: Photon labels one
 * object as a batch, and a content type is not signed.
 */
export function openCloudEvents(raw: Uint8Array): OpenedBody {
  const parsed = parseJson(raw);
  if (!parsed.ok) return { batch: false, events: [notJson(raw, parsed.paths)] };
  return cloudEventsOf(parsed.value);
}

export function cloudEventsOf(body: Json): OpenedBody {
  if (!Array.isArray(body)) return { batch: false, events: [openCloudEvent(body)] };
  if (body.length > mostEventsInABatch) {
    const whole = { messageId: null, dedupeKey: null, wireType: null, digest: digestOf(body) };
    return { batch: false, events: [unopened(whole, 'not-an-envelope', ['$'])] };
  }
  return { batch: true, events: body.map(openCloudEvent) };
}
