import { isObject } from '#lib/domain/base/json/json';
import type { Row } from '#lib/domain/ledger/fold';
import type { Snooze } from '#lib/domain/ledger/tables';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import type { FollowUpKind } from './follow-up-kind.ts';
import { snoozeField } from './follow-up-kind.ts';
import { notDelivered } from './not-delivered.ts';
import { notPickedUp } from './not-picked-up.ts';
import { onHold } from './on-hold.ts';
import { orderProblem } from './order-problem.ts';

/** The fact that settled a follow-up: the word shown under "recently settled". */
export const settlings = [
  'accepted',
  'paper',
  'phone',
  'dispensed',
  'resumed',
  'order_moved',
  'order_canceled',
  'ended',
  'returned',
  'recall_closed',
] as const;
export type SettlingFact = (typeof settlings)[number];

/** A doctor's task, as its prescription's rows make it. Instants are ISO 8601 UTC. */
export type FollowUp = {
  readonly kind: FollowUpKind;
  readonly since: string;
  /** The latest fact that made it a task: a snooze from before that no longer counts. */
  readonly troubleAt: string;
  /** Not a task before this plus the tenant's pick-up days; null: at once. */
  readonly dueFrom: string | null;
  readonly settledAt: string | null;
  readonly settledBy: SettlingFact | null;
  /** The ledger numbers of the events that decided it, newest first. */
  readonly why: readonly number[];
  readonly detail: FollowUpDetail;
};

/**
 * The details of a task, each where it applies. `mail`: whether the failed email is unresolved, may have been sent, is being sent again, is
 * with the clinic's own system, or has a new address and is pending.
 */
export type FollowUpDetail = {
  readonly mail?: 'failed' | 'uncertain' | 'queued' | 'passed_on' | 'unsent';
  readonly cause?: EmailCauseWord;
  /** The server's, the pharmacy's or the holder's own words. */
  readonly reason?: string | null;
  /** The one on file, and the one that failed. */
  readonly address?: string | null;
  readonly failedAddress?: string | null;
  /** The address other than the one on file where a server accepted it: it settles nothing, and is shown. */
  readonly strayAddress?: string | null;
  readonly pharmacy?: string | null;
  readonly heldUntil?: string | null;
};

/**
 * The follow-ups of one prescription, open and settled. A pure function of its rows, so that any order of events and any rebuild give the same. A
 * recall is not among them: it is joined at reading, because one notice can touch ten thousand prescriptions.
 */
export function followUpsOf(parts: PrescriptionParts): readonly FollowUp[] {
  const found = [notDelivered(parts), orderProblem(parts), notPickedUp(parts), onHold(parts)];
  return found.filter((one) => one !== null);
}

/** The doctor's snooze of a kind of task, with its end and reason; null without one, or when things got worse since. */
export function snoozeOf(row: Row, kind: FollowUpKind, troubleAt: string): Snooze | null {
  const register = row[snoozeField[kind]];
  if (!register || register.at < troubleAt) return null;
  if (!isObject(register.v)) return null;
  const { until, reason } = register.v;
  return typeof until === 'string' && typeof reason === 'string' ? { until, reason } : null;
}
