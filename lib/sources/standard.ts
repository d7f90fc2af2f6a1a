import { isObject } from '#lib/domain/base/json/json';
import { parseJson } from '#lib/domain/base/json/parse-json';
import type { OpenedBody } from '#lib/domain/ledger/envelope';
import type { WireFormat, WireHeaders } from '#lib/domain/ledger/wire-format';
import { textOf } from './attribute.ts';
import { openBareJson } from './bare-json.ts';
import { cloudEventHeaders, isBinaryMode, openBinaryCloudEvent } from './binary-cloud-event.ts';
import { cloudEventsOf } from './cloud-events.ts';
import { verifyStandard } from './standard-signature.ts';
import { notJson } from './unopened.ts';

/** Any sender that signs as Standard Webhooks does, with CloudEvents in any mode or a bare JSON body. */
export const standard: WireFormat = {
  name: 'standard',
  keptHeaders: ['content-type', 'user-agent', 'webhook-id', 'webhook-timestamp', ...cloudEventHeaders],
  verify: verifyStandard,
  open,
};

function open(raw: Uint8Array, headers: WireHeaders): OpenedBody {
  const saysCloudEvents = mediaType(headers).startsWith('application/cloudevents');
  if (!saysCloudEvents && isBinaryMode(headers)) return openBinaryCloudEvent(raw, headers);
  const webhookId = textOf(headers.get('webhook-id'));
  const parsed = parseJson(raw);
  if (!parsed.ok) return { batch: false, events: [notJson(raw, parsed.paths, webhookId)] };
  const body = parsed.value;
  const isCloudEvents = saysCloudEvents || Array.isArray(body) || (isObject(body) && 'specversion' in body);
  return isCloudEvents ? cloudEventsOf(body) : { batch: false, events: [openBareJson(body, webhookId)] };
}

/** The content type in lower case, without its parameters. */
function mediaType(headers: WireHeaders): string {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}
