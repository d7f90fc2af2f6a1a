import type { AmendableEvent } from '#lib/db/dead-letters/amendable-event';
import { isObject, type Json } from '#lib/domain/base/json/json';
import { whyNotStorable } from '#lib/domain/base/json/jsonb-limits';
import { parseJson } from '#lib/domain/base/json/parse-json';
import { type Amendable, type Amended, amendableAs } from '#lib/domain/dead-letters/amendment';
import type { Rejection } from '#lib/domain/dead-letters/dead-letter';
import type { Envelope } from '#lib/domain/ledger/envelope';
import { eventTextInBatch } from '#lib/domain/ledger/event-text-in-batch';
import { judgeEnvelope } from '#lib/domain/ledger/judge-envelope';
import { interpretEvent } from '#lib/events/catalog';
import { reopen } from '#lib/sources/reopen';

export const amendableOf = (event: AmendableEvent): Amendable =>
  amendableAs(event.cause, reopen(event), event, event.receivedAt.getTime());

const laid = (value: Json): string => JSON.stringify(value, null, 2);

/** The text that an editor starts from: the payload laid out, or the whole body as it was sent (of a batch, its one item). */
export function sentText(event: AmendableEvent, how: Amendable): string {
  if (how === 'payload') {
    const opened = reopen(event);
    return laid((opened?.ok ? opened.envelope.data : event.data) ?? {});
  }
  return eventTextInBatch(event.raw ?? new Uint8Array(), event.index);
}

export type ReadAmended =
  | {
      readonly ok: true;
      readonly amended: Amended;
      readonly dedupeKey: string | null;
      readonly type: string;
      readonly outcome: 'processed' | 'ignored';
    }
  | { readonly ok: false; readonly rejection: Rejection };

const refused = (cause: Rejection['cause'], paths: readonly string[]): ReadAmended => ({
  ok: false,
  rejection: { cause, paths },
});

/** Reads a text as the event's payload, or as its whole body through the source's own format: judged and interpreted as at its receipt. */
export function readAmended(event: AmendableEvent, how: 'payload' | 'body', text: string): ReadAmended {
  const raw = new TextEncoder().encode(text);
  if (how === 'payload') return readPayload(event, raw);
  const opened = reopen({ ...event, raw, index: null });
  if (!opened) return refused('not-an-envelope', ['$']);
  if (!opened.ok) return { ok: false, rejection: opened.rejection };
  return judged(event, opened.envelope, opened.envelope, opened.envelope.dedupeKey);
}

function readPayload(event: AmendableEvent, raw: Uint8Array): ReadAmended {
  const parsed = parseJson(raw);
  if (!parsed.ok) return refused('not-json', ['data']);
  if (!isObject(parsed.value)) return refused('invalid-payload', ['data: expected object']);
  const paths = whyNotStorable(parsed.value);
  if (paths.length > 0)
    return refused(
      'invalid-payload',
      paths.map((path) => path.replace('$', 'data')),
    );
  const data = parsed.value;
  const opened = reopen(event);
  const { messageId, digest, actorId } = event;
  const occurredAt = event.occurredAt?.toISOString() ?? null;
  const amended = { messageId, digest, actorId, occurredAt, wireType: event.wireType ?? '', data };
  return judged(event, opened?.ok ? { ...opened.envelope, data } : null, amended, null);
}

function judged(
  event: AmendableEvent,
  envelope: Envelope | null,
  said: Amended,
  dedupeKey: string | null,
): ReadAmended {
  const rejection = envelope && judgeEnvelope(envelope, event, event.receivedAt.getTime());
  if (rejection) return { ok: false, rejection };
  const { messageId, wireType, digest, occurredAt, actorId, data } = said;
  const amended = { messageId, wireType, digest, occurredAt, actorId, data };
  const receivedAt = event.receivedAt.toISOString();
  const meaning = interpretEvent({ ...amended, receivedAt, own: false });
  if (meaning.outcome === 'quarantined') return { ok: false, rejection: meaning.rejection };
  return { ok: true, amended, dedupeKey, type: meaning.type, outcome: meaning.outcome };
}
