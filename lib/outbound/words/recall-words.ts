type Said = { readonly clinic: string; readonly lots: string };

/** The words of a recall letter. */
export type RecallWords = {
  readonly subject: (said: Said) => string;
  readonly greeting: string;
  readonly what: (said: Said) => string;
  /** Where no lot number tells the packages that are meant from others. */
  readonly all: (said: Said) => string;
  readonly ask: (said: Said) => string;
  readonly act: string;
  readonly medicines: string;
  readonly call: (said: Said) => string;
  readonly wrong: string;
};
