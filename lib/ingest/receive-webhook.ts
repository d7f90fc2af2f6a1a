import { patienceOf } from '#lib/db/base/within';
import type { SourceRecord } from '#lib/db/connections/source';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Appended } from '#lib/db/ledger/new-event';
import { canaryKey, canarySource } from '#lib/domain/ledger/canary';
import type { SignatureVerdict } from '#lib/domain/ledger/wire-format';
import { env } from '#lib/env';
import { log } from '#lib/observability/log';
import { metrics } from '#lib/observability/metrics';
import { wireFormats } from '#lib/sources/index';
import { freshSource, knownSource } from './known-sources.ts';
import { nowByDatabase } from './now.ts';
import { overRate } from './rate.ts';
import { readBody } from './read-body.ts';
import { countRefusal } from './refused.ts';
import { toEvents } from './to-events.ts';

const batchLimit = 1_048_576;
const retryAfterSeconds = 5;
/** A person paused it: seconds are too soon for a sender with only a few tries. */
const pausedRetrySeconds = 300;
/**
 * The time that a sender waits for our database, over all its queries: senders stop waiting by themselves after 5 to 15 s. Its own body may
 * take its time.
 */
const patienceMs = 9_000;

type InTime = ReturnType<typeof patienceOf>;

export type Receipt =
  | { readonly status: 202; readonly accepted: number; readonly duplicates: number; readonly quarantined: number }
  | { readonly status: 400 | 401 | 404 | 413 }
  | { readonly status: 429 | 503; readonly retryAfterSeconds: number };

function count(appended: readonly Appended[], word: Appended): number {
  return appended.filter((what) => what === word).length;
}

function verdictOf(source: SourceRecord, raw: Uint8Array, headers: Headers, now: number): SignatureVerdict {
  const live = source.secrets.filter(({ until }) => until === null || until > now);
  return wireFormats[source.format].verify(
    raw,
    headers,
    live.map(({ secret }) => secret),
    Math.floor(now / 1000),
  );
}

type Delivered = { readonly raw: Uint8Array; readonly headers: Headers; readonly now: number };

/**
 * The answer of a source that takes nothing, to any sender and before anything of the request is read; null: it takes events. A pause is
 * never reported as the sender's fault: a wrong signature gets the same answer, and requests are counted.
 */
function closedBy(source: SourceRecord | null): Receipt | null {
  if (!source || source.disabled) return { status: 404 };
  if (!source.paused) return null;
  countRefusal(source, 'paused');
  return { status: 503, retryAfterSeconds: pausedRetrySeconds };
}

async function keep(known: SourceRecord, { raw, headers, now }: Delivered, inTime: InTime): Promise<Receipt> {
  let source = known;
  let verdict = verdictOf(source, raw, headers, now);
  if (!verdict.ok && verdict.fault === 'mismatch') {
    // The secret may be newer than this process's cache: no delivery is refused for that.
    const fresh = await inTime(() => freshSource(known.key, now));
    const closed = closedBy(fresh);
    if (closed || !fresh) return closed ?? { status: 404 };
    source = fresh;
    verdict = verdictOf(source, raw, headers, now);
  }
  if (!verdict.ok && verdict.fault === 'no-secret') return { status: 503, retryAfterSeconds };
  if (!verdict.ok) {
    countRefusal(source, verdict.fault);
    return { status: 401 };
  }
  const format = wireFormats[source.format];
  const events = toEvents(format.open(raw, headers), raw, headers, source, format, now);
  const wait = overRate(source, events.length);
  if (wait > 0) {
    countRefusal(source, 'rate');
    return { status: 429, retryAfterSeconds: wait };
  }
  const appended = await inTime(() => appendToLedger(events));
  return {
    status: 202,
    accepted: count(appended, 'accepted'),
    duplicates: count(appended, 'duplicate'),
    quarantined: count(appended, 'quarantined'),
  };
}

/**
 * Receives one signed delivery: size, then source, then signature, then the envelope; answers after the commit (contract.md, "Webhooks").
 * Every fault on our side (database away or silent, ledger locked, secret unreadable) is 503 with Retry-After: a 4xx would make Photon drop
 * the event for good.
 */
export async function receiveWebhook(key: string, request: Request): Promise<Receipt> {
  const started = performance.now();
  const receipt = await receive(key, request);
  observe(key, receipt, (performance.now() - started) / 1000);
  return receipt;
}

/** An unknown key is not a label: anybody could make any number of them. */
function observe(sent: string, receipt: Receipt, seconds: number): void {
  const { received, refused: notKept, receiveSeconds } = metrics();
  // One label for all tenants' self-tests: they are no source's.
  const key = sent.startsWith(canaryKey) ? canarySource : sent;
  receiveSeconds.observe({ status: String(receipt.status) }, seconds);
  if (receipt.status !== 202) {
    notKept.inc({
      source: receipt.status === 401 || receipt.status === 429 ? key : 'any',
      status: String(receipt.status),
    });
    return;
  }
  for (const outcome of ['accepted', 'duplicates', 'quarantined'] as const) {
    if (receipt[outcome] > 0) received.inc({ source: key, outcome }, receipt[outcome]);
  }
}

async function receive(key: string, request: Request): Promise<Receipt> {
  try {
    const batch = /^application\/cloudevents-batch\+json\b/i.test(request.headers.get('content-type')?.trim() ?? '');
    const limit = batch ? Math.max(batchLimit, env().MAX_BODY_BYTES) : env().MAX_BODY_BYTES;
    const declared = Number(request.headers.get('content-length') ?? 0);
    if (declared > limit) return { status: 413 };
    const inTime = patienceOf(patienceMs);
    const now = await inTime(nowByDatabase);
    const source = await inTime(() => knownSource(key, now));
    const closed = closedBy(source);
    if (closed || !source) return closed ?? { status: 404 };
    const body = await readBody(request, limit);
    if (!body.ok) return { status: body.fault === 'too-large' ? 413 : 400 };
    return await keep(source, { raw: body.raw, headers: request.headers, now }, inTime);
  } catch (error) {
    log('error', 'webhook.not_kept', { sourceKey: key, error });
    return { status: 503, retryAfterSeconds };
  }
}
