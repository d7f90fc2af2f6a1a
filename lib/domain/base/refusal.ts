/** The record that an answer is about: what the audit and the log name. */
export type RecordRef = { readonly kind: string; readonly id: string };

/**
 * A refusal: views and commands throw it, the one route wrapper turns it into problem+json. The messages are fixed words and contain
 * nothing of a record.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;
  /** The last part of the problem's `type`. */
  abstract readonly code: string;
}

/** No such record exists for the account. Another tenant's record is answered in the same way, so that its existence stays unknown. */
export class NotFound extends Refusal {
  readonly status = 404;
  readonly code = 'not-found';
  constructor() {
    super('There is no such record.');
  }
}

/** The record exists in the account's own tenant, and the account may not see it. Logged and audited with the record's id. */
export class Forbidden extends Refusal {
  readonly status = 403;
  readonly code = 'forbidden';
  readonly record: RecordRef;
  constructor(record: RecordRef) {
    super('You may not see or do this.');
    this.record = record;
  }
}

/** The request contradicts the present state; `code` names the contradiction, in the contract's words. */
export class Conflict extends Refusal {
  readonly status = 409;
  readonly code: string;
  constructor(code: string, words = 'The record has changed, or this was asked before.') {
    super(words);
    this.code = code;
  }
}

/** The request reads well but cannot be carried out as it is. Paths name the position, never a value. */
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

/** The record existed, and retention removed its content. */
export class NoLongerRetained extends Refusal {
  readonly status = 410;
  readonly code = 'no-longer-retained';
  constructor() {
    super('The content is no longer retained.');
  }
}

/** Our side must fix this: try again later. */
export class Unavailable extends Refusal {
  readonly status = 503;
  readonly code = 'unavailable';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds = 5) {
    super('The service cannot answer just now. Please try again shortly.');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
