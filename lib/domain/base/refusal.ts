/** The record that an answer is about: what the audit and the log name. */
export type RecordRef = { readonly kind: string; readonly id: string };

/**
 * An answer that is no: thrown by views and commands, turned into problem+json by the one route wrapper. The messages are fixed words;
 * nothing of a record may stand in them.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;
  /** The last part of the problem's `type`. */
  abstract readonly code: string;
}

/** There is no such record for the asker: also another tenant's, whose existence is not told. */
export class NotFound extends Refusal {
  readonly status = 404;
  readonly code = 'not-found';
  constructor() {
    super('There is no such record.');
  }
}

/** The record is there, in the asker's own tenant, and is not for him. Logged and audited with the record's id. */
export class Forbidden extends Refusal {
  readonly status = 403;
  readonly code = 'forbidden';
  readonly record: RecordRef;
  constructor(record: RecordRef) {
    super('You may not see or do this.');
    this.record = record;
  }
}

/** What was asked contradicts the present state; `code` says which way, in the contract's words. */
export class Conflict extends Refusal {
  readonly status = 409;
  readonly code: string;
  constructor(code: string, words = 'The record has changed, or this was asked before.') {
    super(words);
    this.code = code;
  }
}

/** The request reads well but cannot be carried out as it stands. Paths name where, never a value. */
export class Invalid extends Refusal {
  readonly status = 422;
  readonly code: string;
  readonly paths: readonly string[];
  constructor(paths: readonly string[], words = 'The request does not have the expected form.', code = 'invalid') {
    super(words);
    this.paths = paths;
    this.code = code;
  }
}

/** It was here, and its content was removed when its time had come. */
export class NoLongerRetained extends Refusal {
  readonly status = 410;
  readonly code = 'no-longer-retained';
  constructor() {
    super('The content is no longer retained.');
  }
}

/** Ours to mend: try again later. */
export class Unavailable extends Refusal {
  readonly status = 503;
  readonly code = 'unavailable';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds = 5) {
    super('The service cannot answer just now. Please try again shortly.');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
