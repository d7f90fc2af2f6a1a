import { isActivePharmacist } from '#lib/db/access/find-users';
import { amongPeople } from '#lib/db/recalls/recall-people';
import type { Account } from '#lib/domain/access/account';
import { Invalid } from '#lib/domain/base/refusal';
import type { ContactOutcome } from '#lib/domain/recalls/outcome';
import { recordRecallAction } from './record-recall-action.ts';

type Request = { readonly key: string; readonly requestId: string };

export type Classifying = {
  readonly recallClass?: 'I' | 'II' | 'III' | undefined;
  readonly depth?: 'wholesale' | 'retail' | 'patient' | undefined;
  readonly note?: string | undefined;
};

/** The class as the authority published it, and the level of the recall; a field that is left out stays as it is. */
export async function classifyRecall(account: Account, recallId: string, said: Classifying, request: Request) {
  const { recallClass, depth, note } = said;
  if (recallClass === undefined && depth === undefined) throw new Invalid(['body.recallClass']);
  const data = { ...(recallClass ? { recallClass } : {}), ...(depth ? { depth } : {}), ...(note ? { note } : {}) };
  return recordRecallAction(account, {
    ...{ type: 'scriptline.recall.classified', action: 'recall.classified', recallId, data },
    ...request,
  });
}

export type RecallAssignment = { readonly userId: string; readonly people?: readonly string[] | undefined };

/** Assigns the case to a person, or the calls to some of its people. */
export async function assignRecall(
  account: Account,
  recallId: string,
  { userId, people }: RecallAssignment,
  request: Request,
) {
  const { tenantId } = account.scope;
  const data = { userId, ...(people === undefined ? {} : { people: [...people] }) };
  const act = { type: 'scriptline.recall.assigned', action: 'recall.assigned', recallId, data } as const;
  return recordRecallAction(account, { ...act, ...request }, async (tx) => {
    if (!(await isActivePharmacist(tx, tenantId, userId))) throw new Invalid(['body.userId']);
    if (people === undefined) return undefined;
    const known = await amongPeople(tx, { tenantId, recallIds: [recallId], prescriberIds: null }, people);
    if (people.some((one) => !known.has(one))) throw new Invalid(['body.people']);
    return undefined;
  });
}

export type LoggedContact = {
  readonly personId: string;
  readonly outcome: ContactOutcome;
  readonly note?: string | undefined;
};

/** The result of an attempt to reach a person. "Could not be reached" needs its reason. */
export async function logRecallContact(account: Account, recallId: string, contact: LoggedContact, request: Request) {
  const { tenantId } = account.scope;
  const { personId, outcome, note } = contact;
  if (outcome === 'given_up' && (note ?? '').length < 3) throw new Invalid(['body.note']);
  const data = { personId, outcome, ...(note ? { note } : {}) };
  const act = { type: 'scriptline.recall.contact_logged', action: 'recall.contact-logged', recallId, data } as const;
  return recordRecallAction(account, { ...act, ...request }, async (tx) => {
    const known = await amongPeople(tx, { tenantId, recallIds: [recallId], prescriberIds: null }, [personId]);
    if (!known.has(personId)) throw new Invalid(['body.personId']);
    return undefined;
  });
}
