import type { AddressEntry } from '#lib/contract/patients/patient';
import { userNames } from '#lib/db/access/user-names';
import type { Tx } from '#lib/db/base/in-tenant';
import { addressEvents } from '#lib/db/prescriptions/address-events';
import type { Account } from '#lib/domain/access/account';
import { ownSource } from '#lib/domain/ledger/own-source';
import type { Subject } from '#lib/domain/ledger/timeline';
import { eventWords } from '#lib/i18n/event-words';
import { readAgain } from '#lib/views/ledger/interpret-event';

const most = 100;

/**
 * The reports on a person's address, newest first: the addresses that sources and we wrote to, and those that people typed, with the person
 * and the time.
 */
export async function addressHistory(
  tx: Tx,
  { scope, locale }: Account,
  patients: readonly string[],
  prescriptions: readonly string[],
): Promise<readonly AddressEntry[]> {
  const subjects: Subject[] = [
    ...patients.map((id): Subject => ({ kind: 'patient', id })),
    ...prescriptions.map((id): Subject => ({ kind: 'prescription', id })),
  ];
  const events = await addressEvents(tx, scope.tenantId, subjects, most);
  const names = await userNames(
    tx,
    scope.tenantId,
    events.flatMap(({ actorId }) => actorId ?? []),
  );
  const words = eventWords(locale);
  const entries = events.flatMap((event): AddressEntry[] => {
    const read = readAgain(event)?.meaning;
    const address = read?.entry.facts.find(({ label, kind }) => label === 'address' && kind === 'email')?.value;
    if (!read || address === undefined) return [];
    const typed = event.sourceId === ownSource && event.actorId !== null;
    return [
      {
        ...{ seq: Number(event.seq), address, at: read.at, type: read.type, prescriptionId: event.prescriptionId },
        title: words.title(read.entry.title),
        by: typed ? (names.get(event.actorId ?? '') ?? event.actorId) : null,
      },
    ];
  });
  // One entry of one person, kept for them and for each of their prescriptions.
  return entries.filter((entry, index) => !entries.slice(index + 1).some((one) => isSameWord(one, entry)));
}

const isSameWord = (a: AddressEntry, b: AddressEntry): boolean =>
  a.by !== null && a.at === b.at && a.by === b.by && a.address.toLowerCase() === b.address.toLowerCase();
