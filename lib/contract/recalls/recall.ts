import type { Page } from '#lib/contract/base/page';
import type { ProductRef } from '#lib/contract/dispenses/dispense';
import type { PersonRef } from '#lib/contract/prescriptions/prescription';
import type { Tone } from '#lib/domain/ledger/timeline';
import type { EmailState } from '#lib/domain/prescriptions/prescription-state';
import type { RecallCheck, RecallCounts, RecallStep } from '#lib/domain/recalls/checks';
import type { LateArrival } from '#lib/domain/recalls/late-arrival';
import type { ContactOutcome, LetterOutcome } from '#lib/domain/recalls/outcome';
import type { ProbablyHolds } from '#lib/domain/recalls/probably-holds';

/** Instants are ISO 8601 UTC, quantities exact decimals as text; `null` is "not supplied". */
export type RecalledLotRow = {
  readonly stockItemId: string;
  /** Null: the recall names no lot, and all of the stock item's are meant. */
  readonly lot: string | null;
  readonly product: string | null;
};

export type RecallRow = {
  readonly id: string;
  readonly state: 'open' | 'closed';
  /** It was closed, and is open again: it has a person or a lot that it did not know then. */
  readonly reopened: boolean;
  readonly lots: readonly RecalledLotRow[];
  /** Null: pending. */
  readonly recallClass: string | null;
  readonly depth: string | null;
  readonly reason: string | null;
  readonly recalledAt: string;
  /** The person who opened it, of the tenant, or the source's word for it. */
  readonly openedBy: string | null;
  readonly byHand: boolean;
  readonly owner: { readonly id: string; readonly name: string | null } | null;
  readonly counts: RecallCounts;
  readonly toContact: number;
  /** People of whom a dispense came after the recall. */
  readonly late: number;
};

export type StockOfLot = {
  readonly stockItemId: string;
  /** Empty: the stock without a lot number of a wholly recalled stock item. */
  readonly lot: string;
  readonly product: string | null;
  readonly location: string | null;
  readonly hold: 'free' | 'quarantined' | 'recalled';
  readonly expiryDate: string | null;
  readonly amounts: readonly { readonly bucket: string; readonly quantity: string; readonly unit: string | null }[];
  readonly countedAt: string | null;
  /** A delivery or a count reported the stock. */
  readonly known: boolean;
  readonly accounted: boolean;
  /** The notice names it; else the same product's lot is at another location. */
  readonly named: boolean;
};

export type Latecomer = {
  readonly personId: string;
  readonly name: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly arrival: LateArrival;
};

export type RecallDetail = RecallRow & {
  readonly steps: readonly { readonly step: RecallStep; readonly done: boolean }[];
  readonly checks: readonly { readonly check: RecallCheck; readonly missing: number }[];
  readonly stock: readonly StockOfLot[];
  /** The latest of them; `late` counts all. */
  readonly latecomers: readonly Latecomer[];
  readonly mine: number;
  readonly closing: {
    readonly at: string;
    readonly by: string | null;
    readonly stock: string;
    readonly people: number;
    readonly contacted: number;
    readonly givenUp: number;
    readonly broughtBack: number;
    /** People who joined after it was closed, or have to be informed again. */
    readonly since: number;
  } | null;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
};

export const peopleShown = ['all', 'to_contact', 'contacted', 'given_up', 'brought_back', 'late', 'mine'] as const;
export type PeopleShown = (typeof peopleShown)[number];

export type RecallReach = {
  readonly phone: string | null;
  readonly email: string | null;
  /** The text in place of an address to which no email could go. */
  readonly unusableEmail: string | null;
  /** Of the last email to them, whichever of their prescriptions it was about. */
  readonly emailState: EmailState;
  /** The patient is linked with a person of the directory. */
  readonly linked: boolean;
};

export type RecallContactRow = {
  readonly at: string;
  readonly outcome: ContactOutcome | LetterOutcome;
  readonly note: string | null;
  readonly by: string | null;
};

export type RecallPersonRow = {
  readonly personId: string;
  /** Null: no source named a patient. */
  readonly patient: PersonRef | null;
  readonly given: readonly {
    readonly dispenseId: string;
    readonly prescriptionId: string | null;
    readonly product: ProductRef;
    readonly lot: string | null;
    readonly quantity: string | null;
    readonly unit: string | null;
    readonly at: string | null;
    readonly returned: string | null;
    readonly daysSupply: number | null;
    readonly holds: ProbablyHolds | null;
    readonly late: LateArrival | null;
  }[];
  readonly holds: ProbablyHolds | null;
  readonly broughtBack: boolean;
  readonly prescriber: PersonRef | null;
  readonly reach: RecallReach;
  readonly outcome: ContactOutcome | null;
  /** The patient received the lot again after that outcome. */
  readonly again: boolean;
  readonly attempts: number;
  readonly letter: 'queued' | 'uncertain' | 'failed' | 'accepted' | null;
  readonly contacts: readonly RecallContactRow[];
  readonly assignedTo: { readonly id: string; readonly name: string | null } | null;
};

export type RecallPeople = Page<RecallPersonRow>;

export type RecallLogRow = {
  readonly seq: number;
  readonly at: string;
  readonly title: string;
  readonly tone: Tone;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly actor: string | null;
};

export type NoticeMatchView = {
  readonly lot: string;
  readonly item: string;
  readonly verdict: 'matched' | 'ambiguous';
  readonly why: string;
  readonly product: string | null;
  readonly expiryDate: string | null;
  /** The case that the lot is already in. */
  readonly recallId: string | null;
};

export type NoticeAnswer = {
  readonly lots: readonly string[];
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
  readonly ndcs: readonly string[];
  readonly allLots: boolean;
  readonly matches: readonly NoticeMatchView[];
  readonly notHeld: readonly string[];
  /** Lots and ranges that the notice names as not affected, as it was read: a person checks them. */
  readonly notAffected: readonly string[];
};
