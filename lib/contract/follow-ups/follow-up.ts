import type { Page } from '#lib/contract/base/page';
import type { Medication, PersonRef } from '#lib/contract/prescriptions/prescription';
import type { System } from '#lib/domain/base/system';
import type { FollowUpDetail, SettlingFact } from '#lib/domain/follow-ups/follow-up';
import type { FollowUpKind } from '#lib/domain/follow-ups/follow-up-kind';
import type { EmailCauseWord, PrescriptionState } from '#lib/domain/prescriptions/prescription-state';

/** The doctor's next action: the one that the row offers first. */
export type NextStep =
  | 'correct'
  | 'either'
  | 'other-way'
  | 'ours'
  | 'resend'
  | 'by-phone'
  | 'wait'
  | 'check'
  | 'settle'
  | 'call-pharmacy'
  | 'remind'
  | 'resume'
  | 'call-patient';

/** A task of a doctor's. Instants are ISO 8601 UTC; `null` is "not supplied". */
export type FollowUpRow = {
  /** `{lane}|{prescription id}` */
  readonly id: string;
  readonly lane: FollowUpKind;
  readonly prescriptionId: string;
  readonly system: System;
  readonly code: string | null;
  readonly patient: PersonRef | null;
  readonly medications: readonly Medication[];
  readonly state: PrescriptionState;
  readonly since: string;
  /** The number of tries to email; 0 where no email is meant. */
  readonly attempts: number;
  readonly next: NextStep;
  readonly mail: FollowUpDetail['mail'] | null;
  readonly cause: EmailCauseWord | null;
  /** The server's, the pharmacy's, the holder's or the notice's own words. */
  readonly said: string | null;
  /** Masked: `a…@example.com`. */
  readonly address: string | null;
  /** Masked: accepted there, which is not the address on file and settles nothing. */
  readonly strayAddress: string | null;
  readonly pharmacy: string | null;
  readonly heldUntil: string | null;
  readonly lots: readonly string[];
  readonly recallClass: string | null;
  readonly settledAt: string | null;
  readonly settledBy: SettlingFact | null;
  readonly snoozedUntil: string | null;
  readonly snoozeReason: string | null;
  /** The cluster that it is part of: nothing for the doctor to do. */
  readonly incident: string | null;
  /** The ledger numbers of the events that decided it, newest first. */
  readonly why: readonly number[];
};

/** A cluster as a doctor sees it: the number of their own that wait for its end. */
export type IncidentBanner = {
  readonly key: string;
  readonly what: 'domain' | 'cause';
  readonly cause: EmailCauseWord;
  readonly domain: string | null;
  readonly since: string;
  readonly count: number;
};

export type FollowUpCount = {
  /** Open and the doctor's to do: without snoozed ones, and without clusters. */
  readonly total: number;
  readonly byLane: Readonly<Record<FollowUpKind, number>>;
  readonly oldest: string | null;
};

/** `items` are the open ones, lane by lane, newest first; recalls, and those of clusters, come with the first page. */
export type FollowUps = Page<FollowUpRow> & {
  readonly count: FollowUpCount;
  readonly incidents: readonly IncidentBanner[];
  readonly snoozed: readonly FollowUpRow[];
  /** Of the last seven days, each with the fact that settled it. */
  readonly settled: readonly FollowUpRow[];
};

/** A cluster as an admin sees it; `said` is the server's words to one of its members, without addresses. */
export type IncidentRow = Omit<IncidentBanner, 'count' | 'what'> & {
  /** `few`: no cluster, and our side must fix it from the first one on. */
  readonly what: IncidentBanner['what'] | 'few';
  readonly lastAt: string;
  readonly failures: number;
  readonly open: number;
  /** Of the open ones: another email is on its way. */
  readonly underWay: number;
  readonly said: string | null;
  readonly state: 'open' | 'sending' | 'settled';
};

export type UnassignedRow = {
  readonly prescriptionId: string;
  readonly since: string;
  readonly attempts: number;
  readonly cause: EmailCauseWord;
};

export type Unassigned = Page<UnassignedRow> & {
  readonly doctors: readonly { readonly id: string; readonly name: string }[];
};
