import type { Tx } from '#lib/db/base/in-tenant';
import { directoryEntryOf } from '#lib/db/directories/directory';
import { readLocale } from '#lib/domain/base/locale';
import { type MailFacts, mailFacts } from './mail-facts.ts';
import { type MailSender, senderOf } from './mail-sender.ts';
import { type Outgoing, outgoing } from './outbox.ts';
import { type NewMessage, putMessage } from './put-message.ts';

export type NewLetter = Omit<NewMessage<'recall_letter'>, 'purpose' | 'kind'>;

/** Puts a recall letter into the outbox; false when it is there already: nothing goes twice to one person. */
export function putLetter(tx: Tx, message: NewLetter): Promise<boolean> {
  return putMessage(tx, { ...message, purpose: 'recall_letter', kind: 'email' });
}

/** The facts for a letter. `prescription`: the one by which the person was given of the lot, null where no sender names it. */
export type LetterFacts = MailSender & {
  readonly medicines: readonly string[];
  readonly prescription: Pick<MailFacts, 'prescriptionId' | 'prescriberId'> | null;
};

/** Null when there is no such prescription, or no such tenant. */
export async function letterFacts(
  tx: Tx,
  tenantId: string,
  { prescriptionId, personId }: { readonly prescriptionId: string; readonly personId: string },
): Promise<LetterFacts | null> {
  if (prescriptionId !== '') {
    const facts = await mailFacts(tx, tenantId, prescriptionId);
    return facts && { ...facts, prescription: facts };
  }
  const sender = await senderOf(tx, tenantId);
  const patient = sender && (await directoryEntryOf(tx, tenantId, personId));
  if (!sender) return null;
  const locale = readLocale(patient?.language ?? sender.locale);
  return { ...sender, locale, medicines: [], prescription: null };
}

/** Locks a recall letter that may have been sent, of some ids. */
export async function lockUncertainLetter(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Outgoing | null> {
  const [row] = await tx.$queryRawUnsafe<Outgoing[]>(
    `select ${outgoing} from "OutboxMessage" where "tenantId" = $1 and id = any($2::text[]) and purpose = 'recall_letter' and state = 'uncertain' for update`,
    tenantId,
    ids,
  );
  return row ?? null;
}
