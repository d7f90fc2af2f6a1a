import { randomUUID } from 'node:crypto';

const wellFormed = /^[\w.:-]{8,128}$/;

/**
 * The caller's `idempotency-key`, so that a repeated request is the same action; else a key of its own. Marked as coming from outside: the
 * product's own actions have keys in the same ledger, which nobody may take before them.
 */
export function idempotencyKeyOf(request: Request): string {
  const given = request.headers.get('idempotency-key');
  return `asked:${given !== null && wellFormed.test(given) ? given : randomUUID()}`;
}
