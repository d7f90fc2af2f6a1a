import { recordActions } from '#lib/actions/record-actions';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { dispenseSummaries } from '#lib/db/dispenses/dispense-summaries';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { statesOfMessages } from '#lib/db/mail/outbox';
import { putLetter } from '#lib/db/mail/recall-letter';
import { reachOfPatients } from '#lib/db/recalls/contact-details';
import { type FoundPerson, findRecallPeople } from '#lib/db/recalls/recall-people';
import type { Account } from '#lib/domain/access/account';
import { senderDomain } from '#lib/outbound/mail-sender';
import { ownRecall } from './own-recall.ts';
import { letterIds, nextLetterId } from './recall-letter-ids.ts';

/** A relay does not get everything at once. */
const perSecond = 5;
const together = 100;

export type LettersAsked = { readonly people?: readonly string[] | undefined };
/** `withoutEmail`: people whose directory entry and sources name no address that an email could go to. */
export type LettersQueued = { readonly queued: number; readonly withoutEmail: number };

type After = { readonly last: string; readonly person: string } | null;

type Received = { readonly prescriptionId: string | null; readonly lots: readonly string[] };

/** The latest known prescription of each person, and the lots on their packages. */
async function receivedBy(tx: Tx, tenantId: string, found: readonly FoundPerson[]) {
  const ids = found.flatMap(({ dispenses }) => dispenses);
  const rows = await dispenseSummaries(tx, tenantId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    found.map(({ person, dispenses }): [string, Received] => {
      const given = dispenses.flatMap((id) => byId.get(id) ?? []);
      const [prescriptionId = null] = given.flatMap((one) => one.prescriptionId ?? []);
      return [person, { prescriptionId, lots: [...new Set(given.flatMap(({ lotNumber }) => lotNumber ?? []))].sort() }];
    }),
  );
}

/**
 * A letter by email to everyone of a case who is not reached yet and has an address, or to some of them. One message for a person and a
 * case, however often and by whomever it is requested; another only after one that did not go out.
 */
export async function sendRecallLetters(
  { scope }: Account,
  recallId: string,
  { people }: LettersAsked,
  { requestId }: { readonly key: string; readonly requestId: string },
): Promise<LettersQueued> {
  const { tenantId, userId } = scope;
  const wanted = people && new Set(people);
  await inTenant(scope, async (tx) => {
    await ownRecall(tx, tenantId, recallId);
    const line = { action: 'recall.letters-sent', subjectKind: 'recall', subjectId: recallId, requestId } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
  });
  let after: After = null;
  let queued = 0;
  let withoutEmail = 0;
  for (;;) {
    const place: After = after;
    const page: LettersQueued & { readonly next: After } = await retryContention(() =>
      inTenant(scope, (tx) => sendPage(tx, place, queued)),
    );
    queued += page.queued;
    withoutEmail += page.withoutEmail;
    if (page.next === null) return { queued, withoutEmail };
    after = page.next;
  }

  async function sendPage(tx: Tx, place: After, before: number): Promise<LettersQueued & { readonly next: After }> {
    const reading = { tenantId, recallIds: [recallId], prescriberIds: null };
    const found = await findRecallPeople(tx, {
      ...reading,
      shown: 'to_contact',
      userId,
      after: place,
      limit: together,
    });
    const meant = found.filter(({ person }) => wanted === undefined || wanted.has(person));
    const reach = await reachOfPatients(
      tx,
      tenantId,
      meant.map(({ person }) => person),
    );
    const received = await receivedBy(tx, tenantId, meant);
    const states = await statesOfMessages(
      tx,
      tenantId,
      meant.flatMap(({ person }) => [...letterIds(tenantId, recallId, person)]),
    );
    const at = await databaseNow(tx);
    const acts = [];
    let without = 0;
    for (const { person } of meant) {
      const email = reach.get(person)?.email;
      if (!email) {
        without++;
        continue;
      }
      const id = nextLetterId(letterIds(tenantId, recallId, person), states);
      if (id === null) continue;
      const inSeconds = Math.floor((before + acts.length) / perSecond);
      const { prescriptionId = null, lots = [] } = received.get(person) ?? {};
      const content = { recallId, personId: person, lots };
      const message = {
        tenantId,
        id,
        prescriptionId,
        address: email.toLowerCase(),
        createdBy: userId,
        inSeconds,
        content,
      };
      if (!(await putLetter(tx, { ...message, mailMessageId: `<${id}@${senderDomain()}>` }))) continue;
      const data = { recallId, personId: person, outcome: 'letter_queued' };
      acts.push({ type: 'scriptline.recall.contact_logged', key: `${id}:queued`, data });
    }
    await recordActions(tx, { tenantId, userId }, acts, at);
    const last = found.at(-1);
    const next = found.length === together && last ? { last: last.last.toISOString(), person: last.person } : null;
    return { queued: acts.length, withoutEmail: without, next };
  }
}
