import type { z } from 'zod';
import { kindOf } from './unreadable.ts';

/** Enough to find the fault by: a hostile list could have thousands. */
export const mostPaths = 20;

/** `data.products[2].quantity`: names of our own schema's keys and positions only, never a value. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), 'data');
}

/** The expected kind of a value and its actual kind, never the value. */
export function words(issue: z.core.$ZodIssue, data: unknown): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_big') return `expected at most ${issue.maximum} entries, got more`;
  if (issue.code !== 'invalid_type') return 'not as expected';
  const expected = issue.expected === 'array' ? 'list' : issue.expected === 'object' ? 'object' : 'a value';
  return `expected ${expected}, got ${kindOf(valueAt(issue.path, data))}`;
}

function valueAt(path: readonly PropertyKey[], data: unknown): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
