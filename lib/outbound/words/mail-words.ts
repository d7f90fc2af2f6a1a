/** The words of what goes to patients. They stand here and not with the screens': the worker speaks them, without Next's compiling of messages. */
export type MailWords = {
  readonly subject: (said: { readonly clinic: string; readonly code: string }) => string;
  readonly greeting: string;
  readonly issued: (said: { readonly clinic: string; readonly date: string; readonly prescriber: string }) => string;
  readonly issuedUndated: (said: { readonly clinic: string; readonly prescriber: string }) => string;
  readonly issuedByClinic: (said: { readonly clinic: string; readonly date: string }) => string;
  readonly issuedByClinicUndated: (said: { readonly clinic: string }) => string;
  readonly code: string;
  readonly pharmacy: string;
  readonly show: string;
  /** For a prescription whose source has a code and has not supplied it yet. */
  readonly codeNotKnown: (said: { readonly clinic: string }) => string;
  /** For a prescription without a code; `pharmacy`: where it was ordered, as far as that is known by name. */
  readonly withoutCode: (said: { readonly clinic: string; readonly pharmacy: string | null }) => string;
  readonly medicines: string;
  readonly keep: string;
  readonly wrong: string;
  readonly automatic: (said: { readonly clinic: string }) => string;
  readonly sheetTitle: string;
  readonly sheetForPatient: string;
  readonly sheetNumber: string;
  readonly sheetScan: string;
  readonly sheetPrinted: (said: { readonly at: string }) => string;
};
