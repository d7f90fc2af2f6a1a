import { parseJson } from '#lib/domain/base/json/parse-json';
import type { OpenedBody } from '#lib/domain/ledger/envelope';
import type { WireHeaders } from '#lib/domain/ledger/wire-format';
import { openCloudEvent, openWithoutPayload, optionalAttributes, requiredAttributes } from './cloud-event.ts';

const attributes = [...requiredAttributes, ...optionalAttributes];

/** The headers that a binary-mode event is opened from; kept with the row, so that it can be opened again. */
export const cloudEventHeaders: readonly string[] = attributes.map((name) => `ce-${name}`);

/** CloudEvents' HTTP binding: attributes in `ce-*` headers, the payload as the body. */
export function isBinaryMode(headers: WireHeaders): boolean {
  return requiredAttributes.some((name) => headers.get(`ce-${name}`) !== null);
}

export function openBinaryCloudEvent(raw: Uint8Array, headers: WireHeaders): OpenedBody {
  const event: Record<string, string> = {};
  for (const name of attributes) {
    const value = headers.get(`ce-${name}`);
    if (value !== null) event[name] = headerText(value);
  }
  if (raw.length === 0) return { batch: false, events: [openCloudEvent(event)] };
  const parsed = parseJson(raw);
  if (!parsed.ok) return { batch: false, events: [openWithoutPayload(event, raw, parsed.paths)] };
  return { batch: false, events: [openCloudEvent({ ...event, data: parsed.value })] };
}

/** Undoes a quoted string, then one round of percent-encoding; a stray `%` stays as it is. */
function headerText(value: string): string {
  const bare = /^".*"$/.test(value) ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value;
  return bare.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, percentDecoded);
}

function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
