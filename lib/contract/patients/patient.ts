import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import type { Locale } from '#lib/domain/base/locale';
import type { System } from '#lib/domain/base/system';
import type { LinkBasis } from '#lib/domain/directories/directory';
import type { EmailState } from '#lib/domain/prescriptions/prescription-state';

/** A name and its origin: the patient's own source, the tenant's directory, or another source by way of an explicit link. */
export type GivenName = { readonly value: string; readonly from: 'sender' | 'directory' | 'link' };

/** `id` is the directory's (`dir:…`) where there is an entry, else the source's (`osigu:pat_1`). */
export type PatientRow = {
  readonly id: string;
  readonly name: GivenName | null;
  readonly patientIds: readonly string[];
  /** Masked, as in every list. */
  readonly email: string | null;
  /** Of the newest prescription that the account may see; null where there is none. */
  readonly reach: EmailState | null;
  readonly prescriptions: number;
  readonly updatedAt: string | null;
};

/** One value of the directory, when it was entered, and the event that did. */
export type EnteredValue = { readonly value: string; readonly at: string; readonly decidedBy: number };

export type DirectoryFields = {
  readonly name: EnteredValue | null;
  readonly phone: EnteredValue | null;
  readonly email: EnteredValue | null;
  readonly language: EnteredValue | null;
  readonly externalId: EnteredValue | null;
};

/** The basis on which a source's patient is this person. `by` is the account's name where it has one. */
export type PatientJoin = {
  readonly basis: LinkBasis;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string;
  readonly decidedBy: number;
};

export type SenderPatient = {
  readonly id: string;
  readonly system: System;
  readonly name: string | null;
  readonly externalId: string | null;
  readonly link: PatientJoin | null;
  /** The person who removed the patient's link, and the reason: only a person links them again. */
  readonly apart: PatientJoin | null;
};

/** The origin of the address on file: the directory, a person who typed it at a resend, or the source's last attempt. */
export type AddressOnFile = {
  readonly value: string;
  readonly from: 'directory' | 'person' | 'sender';
  readonly at: string;
};

/** One mention of an address in the ledger, newest first. `title` in the reader's language; `by` is the person who typed it, null for a source. */
export type AddressEntry = {
  readonly seq: number;
  readonly address: string;
  readonly at: string;
  readonly title: string;
  readonly type: string;
  readonly by: string | null;
  readonly prescriptionId: string | null;
};

export type PatientDetail = {
  readonly id: string;
  readonly recordId: string | null;
  readonly name: GivenName | null;
  readonly entry: DirectoryFields | null;
  readonly senders: readonly SenderPatient[];
  readonly address: AddressOnFile | null;
  readonly history: readonly AddressEntry[];
  readonly prescriptions: readonly PrescriptionRow[];
  /** There are older prescriptions than the ones listed. */
  readonly older: boolean;
  /** Shown only by emergency access: to be read, not acted on. */
  readonly underGlass: boolean;
};

/** A value given is entered, `null` removes the entered one, a field left out stays. */
export type Correction = {
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly language?: Locale | null | undefined;
  readonly reason?: string | undefined;
};

/** The person a record is found under from now on: linking may have made an entry of the directory. */
export type PatientChanged = { readonly id: string };
