import { entered } from '#lib/domain/directories/directory';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { SettledField } from '#lib/domain/ledger/settled-field';
import { acceptedAtOtherAddresses } from '#lib/domain/mail/accepted-at-other-address';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import { emailCauses } from '#lib/domain/prescriptions/prescription-state';
import { emailReachOf } from '#lib/domain/prescriptions/prescription-summary';
import type { FollowUp, FollowUpDetail } from './follow-up.ts';
import { acceptance, deciders, dispensed, ended, firstSettled, type SettledBy } from './settling.ts';

type Failed = {
  readonly row: Row;
  readonly first: SettledField;
  readonly last: SettledField;
  readonly accepted: SettledField | undefined;
};

function failedMails(parts: PrescriptionParts): readonly Failed[] {
  return parts.deliveries.flatMap((row) => {
    const { firstFailure: first, lastFailure: last, lastAcceptance: accepted } = row;
    return first && last ? [{ row, first, last, accepted }] : [];
  });
}

/** The time since which the patient has nothing: an address that accepted an email in between failed anew. */
function sinceOf({ first, last, accepted }: Failed): string {
  return accepted && accepted.at > first.at && accepted.at < last.at ? last.at : first.at;
}

/** The doctor reached the patient another way, after the failure. */
function reached({ row }: PrescriptionParts, failedAt: string): SettledBy | null {
  const register = row['reachedBy'];
  if (!register || register.at < failedAt) return null;
  return { at: register.at, by: register.v === 'phone' ? 'phone' : 'paper', seq: register.by };
}

function mailState(parts: PrescriptionParts): FollowUpDetail['mail'] {
  const { state, passedOn } = emailReachOf(parts);
  if (passedOn) return 'passed_on';
  return state === 'failed' || state === 'uncertain' || state === 'queued' ? state : 'unsent';
}

/**
 * The mail to the patient failed, or nobody knows whether it was sent. Open until the address on file accepts one, the doctor reaches the patient
 * another way, the medicine is handed out, or the prescription ends. A late acceptance at a mistyped address settles nothing.
 */
export function notDelivered(parts: PrescriptionParts): FollowUp | null {
  const failed = failedMails(parts);
  if (failed.length === 0) return null;
  const reach = emailReachOf(parts);
  const newest = failed.reduce((a, b) => (b.last.at > a.last.at ? b : a));
  const trouble = failed.find(({ row }) => row === reach.delivery) ?? newest;
  const since = failed.map(sinceOf).toSorted()[0] ?? newest.first.at;
  const arrived = reach.state === 'accepted' ? acceptance(reach.delivery) : null;
  const accepted: SettledBy | null = arrived && { ...arrived, by: 'accepted' };
  const settled = firstSettled(accepted, reached(parts, trouble.last.at), dispensed(parts), ended(parts));
  // An email reached the patient before anything failed: a late bounce of another address is no task.
  if (settled && settled.at < since) return null;
  const { fileAddress, resend } = parts.row;
  return {
    kind: 'not_delivered',
    since,
    troubleAt: trouble.last.at,
    dueFrom: null,
    settledAt: settled?.at ?? null,
    settledBy: settled?.by ?? null,
    why: deciders([trouble.last, trouble.first, fileAddress, resend], settled),
    detail: {
      mail: settled ? 'failed' : (mailState(parts) ?? 'failed'),
      cause: emailCauses.find((word) => word === text(trouble.row, 'cause')) ?? 'unknown',
      reason: entered(trouble.row, 'reason'),
      address: reach.address,
      failedAddress: text(trouble.row, 'address'),
      strayAddress: acceptedAtOtherAddresses(parts)[0]?.address ?? null,
    },
  };
}

/** The domain whose server refused: it distinguishes one cluster from many failures. */
export function domainOf(address: string | null | undefined): string | null {
  const at = address?.lastIndexOf('@') ?? -1;
  return address && at >= 0 ? address.slice(at + 1) || null : null;
}
