import { z } from 'zod';
import { kindOf, PayloadRefusal } from './refusal.ts';

/**
 * A payload key's schema; `null`, blank text and a missing key are all "not supplied". A value that is there and cannot be read is an issue in both
 * forms: `read-payload.ts` decides what becomes of it, and finds what counts `instead` among the issue's parameters.
 */
export function scalar<V extends string | number | boolean>(read: (value: unknown) => V | PayloadRefusal | undefined) {
  const required = z.unknown().transform((value, context): V => {
    const found = given(value) ? read(value) : undefined;
    if (found !== undefined && !(found instanceof PayloadRefusal)) return found;
    context.addIssue({ code: 'custom', message: found?.words ?? 'expected a value, got nothing' });
    return z.NEVER;
  });
  const optional = z.unknown().transform((value, context): V | undefined => {
    const found = given(value) ? read(value) : undefined;
    if (!(found instanceof PayloadRefusal)) return found;
    context.addIssue({ code: 'custom', message: found.words, params: { instead: found.instead } });
    return z.NEVER;
  });
  return { required, optional: optional.optional() };
}

function given(value: unknown): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');
}

/** A refusal because of the value's kind: `expected number, got text`. */
export function unlike(expected: string, value: unknown): PayloadRefusal {
  return new PayloadRefusal(expected, kindOf(value) === expected ? `other ${expected}` : kindOf(value));
}
