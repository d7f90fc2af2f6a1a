import type { FollowUpRow, NextStep } from '#lib/contract/follow-ups/follow-up';
import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import { maskedAddress, withoutAddresses } from '#lib/domain/base/web/masked-address';
import type { FollowUp, FollowUpDetail } from '#lib/domain/follow-ups/follow-up';
import { snoozeOf } from '#lib/domain/follow-ups/follow-up';
import type { FollowUpKind } from '#lib/domain/follow-ups/follow-up-kind';
import type { HealedRecall, TouchedByRecall } from '#lib/domain/follow-ups/recall';
import { noEmailReason } from '#lib/domain/mail/may-resend';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';

/** No mail may go out about it. The row's state is of today already. */
function isUntold({ id, code, state }: PrescriptionRow): boolean {
  return noEmailReason({ id, code, state, expirationDate: null, today: '' }) !== null;
}

/** The most helpful advice: never to change an address when the fault is ours, nor to offer an email that would be refused. */
function afterFailure({ mail, cause }: FollowUpDetail, shown: PrescriptionRow): NextStep {
  if (mail === 'queued') return 'wait';
  if (mail === 'passed_on') return 'check';
  if (mail === 'uncertain') return 'settle';
  if (isUntold(shown)) return 'by-phone';
  if (mail === 'unsent' || cause === 'passing') return 'resend';
  if (cause === 'address') return 'correct';
  if (cause === 'mailbox') return 'other-way';
  return cause === 'refused' || cause === 'sender' ? 'ours' : 'either';
}

const nextSteps = {
  order_problem: 'call-pharmacy',
  not_picked_up: 'remind',
  on_hold: 'resume',
  recall: 'call-patient',
} as const satisfies Partial<Record<FollowUpKind, NextStep>>;

function nextOf({ kind, detail }: FollowUp, shown: PrescriptionRow): NextStep {
  if (kind === 'not_delivered') return afterFailure(detail, shown);
  return kind === 'not_picked_up' && isUntold(shown) ? 'by-phone' : nextSteps[kind];
}

type Told = { readonly attempts: number; readonly incident: string | null };

function base(lane: FollowUpKind, parts: PrescriptionParts, shown: PrescriptionRow, troubleAt: string) {
  const snooze = snoozeOf(parts.row, lane, troubleAt);
  const { id, system, code, patient, medications, state } = shown;
  return {
    ...{ id: `${lane}|${id}`, lane, prescriptionId: id, system, code, patient, medications, state },
    ...{ snoozedUntil: snooze?.until ?? null, snoozeReason: snooze?.reason ?? null },
  };
}

/** A task as its row holds it, with the person and the medicine from the prescription. */
export function followUpRow(task: FollowUp, parts: PrescriptionParts, shown: PrescriptionRow, told: Told): FollowUpRow {
  const { kind, since, settledAt, settledBy, why, detail, troubleAt } = task;
  return {
    ...base(kind, parts, shown, troubleAt),
    ...{ since, settledAt, settledBy, why },
    attempts: kind === 'not_delivered' ? told.attempts : 0,
    incident: settledAt === null ? told.incident : null,
    next: nextOf(task, shown),
    mail: detail.mail ?? null,
    cause: detail.cause ?? null,
    said: detail.reason ? withoutAddresses(detail.reason) : null,
    address: detail.address ? maskedAddress(detail.address) : null,
    strayAddress: detail.strayAddress ? maskedAddress(detail.strayAddress) : null,
    pharmacy: detail.pharmacy ?? null,
    heldUntil: detail.heldUntil ?? null,
    ...{ lots: [], recallClass: null },
  };
}

/** A recall that affects the patient no longer, with the fact that settled it. */
export function healedRow(recall: HealedRecall, parts: PrescriptionParts, shown: PrescriptionRow): FollowUpRow {
  const { settledAt, settledBy } = recall;
  return { ...recallFollowUpRow(recall, parts, shown), settledAt, settledBy };
}

export function recallFollowUpRow(
  recall: TouchedByRecall,
  parts: PrescriptionParts,
  shown: PrescriptionRow,
): FollowUpRow {
  const { lots, recallClass, reason, since, troubleAt, why } = recall;
  return {
    ...base('recall', parts, shown, troubleAt),
    ...{ since, lots, recallClass, said: reason, why, next: nextSteps.recall },
    ...{ attempts: 0, incident: null, settledAt: null, settledBy: null, mail: null, cause: null },
    ...{ address: null, strayAddress: null, pharmacy: null, heldUntil: null },
  };
}
