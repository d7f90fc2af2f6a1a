import type { System } from '#lib/domain/base/system';
import type { Fact, Lane, Tone } from '#lib/domain/ledger/timeline';
import type { EmailCauseWord, EmailState, PrescriptionState } from '#lib/domain/prescriptions/prescription-state';

/** Instants are ISO 8601 UTC, dates `YYYY-MM-DD`, quantities exact decimals as text. `null` is "not supplied". */
export type Fill = {
  readonly prescribed: string | null;
  readonly dispensed: string | null;
  readonly returned: string | null;
  readonly unit: string | null;
};

/** `name` is null when no sender and no directory supplied one; `hidden` when the asker may not see it (an admin, until revealed with a reason). */
export type PersonRef = { readonly id: string; readonly name: string | null; readonly hidden: boolean };

export type Medication = {
  /** By its source's word, or because the directory keeps its product under a schedule. */
  readonly controlled: boolean;
  readonly code: string | null;
  readonly display: string | null;
  readonly sig: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
};

export type EmailReach = {
  readonly state: EmailState;
  readonly address: string | null;
  readonly reason: string | null;
  readonly cause: EmailCauseWord | null;
  /** Queued no longer with us: the clinic's own system accepted the request, and has not reported the outcome. */
  readonly passedOn: boolean;
};

/** `fill` is null where there are several items or units (then per item), `supplied` false where the sender sends no dispenses at all (Photon). */
export type PrescriptionRow = {
  readonly id: string;
  readonly system: System;
  readonly code: string | null;
  readonly patient: PersonRef | null;
  readonly prescriber: PersonRef | null;
  readonly medications: readonly Medication[];
  readonly state: PrescriptionState;
  readonly email: EmailReach;
  readonly fill: Fill | null;
  readonly fillSupplied: boolean;
  readonly issuedAt: string | null;
  readonly updatedAt: string;
};

/** One settled field: its value as a word or text, the fact's own time, and the ledger number of the event that decided it ("why?"). */
export type Facet = { readonly value: string; readonly at: string; readonly decidedBy: number };

export type PrescriptionItem = Medication & {
  readonly line: number;
  readonly dose: string | null;
  readonly route: string | null;
  readonly frequency: string | null;
  readonly durationDays: number | null;
  readonly refills: number | null;
  readonly fill: Fill;
  /** Fields that two facts disagree about under one id. */
  readonly disputed: readonly string[];
};

/** The reason for a badge: the events that made it, newest first, as they are on the timeline. */
export type Why = {
  readonly state: readonly number[];
  readonly email: readonly number[];
  readonly fill: readonly number[];
  readonly safety: readonly number[];
};

export type LinkedRecord = {
  readonly kind: 'order' | 'medication_request';
  readonly id: string;
  readonly label: string;
  readonly basis: string;
};

export type PrescriptionDetail = PrescriptionRow & {
  readonly items: readonly PrescriptionItem[];
  readonly facets: Readonly<Record<string, Facet>>;
  readonly why: Why;
  readonly links: readonly LinkedRecord[];
  /** The pharmacy of its latest order, by name; null: not ordered, or only an id is known. */
  readonly orderedFrom: string | null;
  readonly diagnoses: readonly string[];
  readonly notes: string | null;
  readonly dispenseAsWritten: boolean | null;
  readonly effectiveDate: string | null;
  readonly expirationDate: string | null;
  readonly holdReason: string | null;
  readonly overrides: number;
  /** The servers' acceptances at other addresses than the one on file, latest first: they settle nothing. */
  readonly strays: readonly { readonly address: string; readonly at: string }[];
  /** The clinic's own id of the encounter it was written at. */
  readonly encounterId: string | null;
  /** The moment the record is shown as known at; null is now. */
  readonly knownAt: string | null;
  /** Shown only because its patient was opened by emergency access: to be read, not acted on. */
  readonly underGlass: boolean;
  /** Of that moment: some of the facts known then are no longer retained. */
  readonly incomplete: boolean;
};

export type TimelineSource = {
  readonly seq: number;
  readonly source: string;
  readonly system: System;
  readonly wireType: string;
  readonly receivedAt: string;
};

/** One fact on the timeline. The same fact under two names or from two senders is one item with two `sources`. */
export type TimelineItem = {
  readonly seq: number;
  readonly lane: Lane;
  readonly type: string;
  /** In the reader's language. */
  readonly title: string;
  readonly tone: Tone;
  /** Labels in the reader's language. */
  readonly facts: readonly Fact[];
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly sources: readonly TimelineSource[];
  readonly actor: string | null;
  /** False: its content was removed when its time had come; type, time and lane are all that is left. */
  readonly retained: boolean;
};
