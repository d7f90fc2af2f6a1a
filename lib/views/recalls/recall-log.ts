import type { Page } from '#lib/contract/base/page';
import type { RecallLogRow } from '#lib/contract/recalls/recall';
import { inTenant } from '#lib/db/base/in-tenant';
import { findSubjectEvents, type SubjectEvent } from '#lib/db/ledger/subject-events';
import type { Account } from '#lib/domain/access/account';
import { withoutAddresses } from '#lib/domain/base/web/masked-address';
import { checkpointType } from '#lib/events/scriptline/checkpoint';
import { eventWords } from '#lib/i18n/event-words';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { readAgain } from '#lib/views/ledger/interpret-event';
import { ownedRecall } from './owned-recall.ts';
import { userNaming } from './recall-rows.ts';

export type LogAsking = { readonly cursor?: string | undefined; readonly limit: number };

/** The person of a logged call; a dispense without a patient is nobody's. */
function personOf({ data }: SubjectEvent): string[] {
  const person = data?.['personId'];
  return typeof person === 'string' && !person.startsWith('dispense:') ? [person] : [];
}

/**
 * The history of a case, newest first, in the reader's language: the notice, and each action of a person on it. The people of its calls
 * count as viewed, which is in the audit; of an address in a server's reply only the domain is shown.
 */
export async function recallLog(
  account: Account,
  id: string,
  asking: LogAsking,
  requestId: string,
): Promise<Page<RecallLogRow>> {
  const { scope, locale } = account;
  const { tenantId } = scope;
  const [occurredAt, seq] = decodeCursor(asking.cursor, ['instant', 'number']) ?? [];
  const after = occurredAt !== undefined && seq !== undefined ? { occurredAt, seq } : null;
  const looks = logRecordAccess(account, 'record.listed', requestId, 'patient');
  const page = await inTenant(scope, async (tx) => {
    await ownedRecall(tx, account, id);
    const query = { subjects: [{ kind: 'recall', id }] as const, after, limit: asking.limit + 1 };
    const found = await findSubjectEvents(tx, tenantId, query);
    const shown = found.slice(0, asking.limit);
    const nameOf = await userNaming(
      tx,
      tenantId,
      shown.flatMap(({ actorId }) => actorId ?? []),
    );
    const words = eventWords(locale);
    const items = shown.flatMap((event): RecallLogRow[] => {
      const read = readAgain(event);
      if (!read || read.meaning.type === checkpointType) return [];
      const { entry, at } = read.meaning;
      return [
        {
          ...{ seq: Number(event.seq), at, title: words.title(entry.title), tone: entry.tone },
          facts: words.facts(entry.facts).map(({ label, value }) => ({ label, value: withoutAddresses(value) })),
          actor: nameOf(event.actorId) ?? event.actorId,
        },
      ];
    });
    await looks.write(tx, [...new Set(shown.flatMap(personOf))]);
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.subjectAt.toISOString(), String(last.seq)]) : null };
  });
  looks.remember();
  return page;
}
