import type { Page } from '#lib/contract/base/page';
import type { TimelineItem } from '#lib/contract/prescriptions/prescription';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { productNamesOf } from '#lib/db/directories/product-directory';
import { findSubjectEvents, findTwins, type SubjectEvent } from '#lib/db/ledger/subject-events';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import type { Subject, TimelineEntry } from '#lib/domain/ledger/timeline';
import { acceptedAtOtherAddresses } from '#lib/domain/mail/accepted-at-other-address';
import { partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { type EventWords, eventWords } from '#lib/i18n/event-words';
import { decodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { namelessCodesOf, notedEntry } from '#lib/views/ledger/entry-notes';
import { foldFacts } from '#lib/views/ledger/fold-facts';
import { type ReadEvent, readAgain } from '#lib/views/ledger/interpret-event';
import { seenPrescription } from './owned-prescription.ts';
import { subjectsOf } from './prescription-subjects.ts';

export type TimelineAsking = {
  readonly id: string;
  readonly knownAt: string | null;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

type Noted = (read: ReadEvent) => TimelineEntry;

function itemOf(group: readonly ReadEvent[], words: EventWords, noted: Noted, veiled: boolean): TimelineItem | null {
  const [first] = group;
  const lane = first?.meaning.entry.lane;
  if (!first || !lane) return null;
  const { event, meaning } = first;
  const entry = noted(first);
  return {
    seq: Number(event.seq),
    lane,
    type: meaning.type,
    title: veiled ? meaning.type : words.title(entry.title),
    tone: veiled ? meaning.entry.tone : entry.tone,
    facts: veiled ? [] : words.facts(entry.facts),
    occurredAt: meaning.at,
    receivedAt: event.receivedAt.toISOString(),
    sources: group.map((read) => ({
      seq: Number(read.event.seq),
      source: read.event.sourceKey,
      system: read.meaning.system,
      wireType: read.event.wireType,
      receivedAt: read.event.receivedAt.toISOString(),
    })),
    actor: event.actorId,
    retained: event.purgedAt === null,
  };
}

/** `twins`: events that repeat a fact of the page's events, on whichever page. */
type Raw = {
  readonly events: readonly SubjectEvent[];
  readonly twins: readonly SubjectEvent[];
  readonly nextCursor: string | null;
};

async function page(
  tx: Tx,
  tenantId: string,
  subjects: readonly Subject[],
  cursor: string | undefined,
  limit: number,
): Promise<Raw> {
  const [occurredAt, seq] = decodeCursor(cursor, ['instant', 'number']) ?? [];
  const after = occurredAt !== undefined && seq !== undefined ? { occurredAt, seq } : null;
  const found = await findSubjectEvents(tx, tenantId, { subjects, after, limit: oneMore(limit) });
  const { rows: events, nextCursor } = pageOf(found, limit, (last) => [last.subjectAt.toISOString(), String(last.seq)]);
  const factKeys = [...new Set(events.flatMap(({ factKey }) => factKey ?? []))];
  const twins = await findTwins(tx, tenantId, { subjects, factKeys, besides: events.map((event) => event.seq) });
  return { events, twins, nextCursor };
}

const newer = (a: SubjectEvent, b: SubjectEvent) =>
  a.subjectAt.getTime() === b.subjectAt.getTime() ? a.seq > b.seq : a.subjectAt > b.subjectAt;

/** A fact is on the page of the newest event that carries it, and on no other. */
function standsHere(group: readonly ReadEvent[], onPage: ReadonlySet<bigint>): boolean {
  const [first, ...others] = group.map(({ event }) => event);
  if (!first) return false;
  return onPage.has(others.reduce((newest, one) => (newer(one, newest) ? one : newest), first).seq);
}

/**
 * One page of a prescription's timeline, newest fact first, described in the reader's language at reading. Equal facts are folded into one item
 * with its sources. `knownAt` leaves out what was received later. An admin reads types and times; words and details only by a reveal.
 */
export async function getTimeline(
  account: Account,
  asking: TimelineAsking,
  requestId: string,
): Promise<Page<TimelineItem>> {
  const { scope, locale } = account;
  const looks = logRecordAccess(account, 'record.viewed', requestId);
  const veiled = extentOf(scope, 'prescriptions.read') === 'veiled';
  const { knownAt } = asking;
  const timeline = await inTenant(scope, async (tx) => {
    const { rows, glass } = await seenPrescription(tx, scope, asking.id);
    const { events, twins, nextCursor } = await page(
      tx,
      scope.tenantId,
      subjectsOf(asking.id, rows),
      asking.cursor,
      asking.limit,
    );
    const known = [...events, ...twins].filter(
      ({ receivedAt }) => knownAt === null || receivedAt.toISOString() <= knownAt,
    );
    const reads = known.map(readAgain).filter((read) => read !== null);
    const medicines = await productNamesOf(tx, scope.tenantId, veiled ? [] : reads.flatMap(namelessCodesOf));
    await looks.write(tx, [asking.id], glass);
    const parts = knownAt === null ? partsIn(rows)(asking.id) : null;
    const onPage = new Set(events.map((event) => event.seq));
    return { reads, onPage, nextCursor, medicines, strays: parts ? acceptedAtOtherAddresses(parts) : [] };
  });
  looks.remember();
  const words = eventWords(locale);
  const noted: Noted = (read) => notedEntry(read, timeline.medicines, timeline.strays);
  const groups = foldFacts(timeline.reads).filter((group) => standsHere(group, timeline.onPage));
  const items = groups.map((group) => itemOf(group, words, noted, veiled));
  return { items: items.filter((item) => item !== null), nextCursor: timeline.nextCursor };
}
