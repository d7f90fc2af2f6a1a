import { inTenant, type Tx } from '#lib/db/in-tenant';
import { productNamesOf } from '#lib/db/product-directory';
import { findSubjectEvents, type SubjectEvent } from '#lib/db/subject-events';
import type { Account } from '#lib/domain/account';
import { extentOf } from '#lib/domain/permission';
import { partsIn } from '#lib/domain/prescription-parts';
import { strayAcceptances } from '#lib/domain/stray-acceptance';
import type { Subject, TimelineEntry } from '#lib/domain/timeline';
import { type EventWords, eventWords } from '#lib/i18n/event-words';
import type { Page } from '#lib/queries/page';
import type { TimelineItem } from '#lib/queries/prescription';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { namelessCodesOf, notedEntry } from './entry-notes.ts';
import { foldFacts } from './fold-facts.ts';
import { type ReadEvent, readAgain } from './interpret-event.ts';
import { looking } from './looks.ts';
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

type Raw = { readonly events: readonly SubjectEvent[]; readonly nextCursor: string | null };

async function page(
  tx: Tx,
  tenantId: string,
  subjects: readonly Subject[],
  cursor: string | undefined,
  limit: number,
): Promise<Raw> {
  const [occurredAt, seq] = decodeCursor(cursor, ['instant', 'number']) ?? [];
  const after = occurredAt !== undefined && seq !== undefined ? { occurredAt, seq } : null;
  const found = await findSubjectEvents(tx, tenantId, { subjects, after, limit: limit + 1 });
  const events = found.slice(0, limit);
  const last = events.at(-1);
  const more = found.length > limit && last !== undefined;
  return { events, nextCursor: more ? encodeCursor([last.subjectAt.toISOString(), String(last.seq)]) : null };
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
  const looks = looking(account, 'record.viewed', requestId);
  const veiled = extentOf(scope, 'prescriptions.read') === 'veiled';
  const { knownAt } = asking;
  const told = await inTenant(scope, async (tx) => {
    const { rows, glass } = await seenPrescription(tx, scope, asking.id);
    const { events, nextCursor } = await page(
      tx,
      scope.tenantId,
      subjectsOf(asking.id, rows),
      asking.cursor,
      asking.limit,
    );
    const known = events.filter(({ receivedAt }) => knownAt === null || receivedAt.toISOString() <= knownAt);
    const reads = known.map(readAgain).filter((read) => read !== null);
    const medicines = await productNamesOf(tx, scope.tenantId, veiled ? [] : reads.flatMap(namelessCodesOf));
    await looks.write(tx, [asking.id], glass);
    const parts = knownAt === null ? partsIn(rows)(asking.id) : null;
    return { reads, nextCursor, medicines, strays: parts ? strayAcceptances(parts) : [] };
  });
  looks.remember();
  const words = eventWords(locale);
  const noted: Noted = (read) => notedEntry(read, told.medicines, told.strays);
  const items = foldFacts(told.reads).map((group) => itemOf(group, words, noted, veiled));
  return { items: items.filter((item) => item !== null), nextCursor: told.nextCursor };
}
