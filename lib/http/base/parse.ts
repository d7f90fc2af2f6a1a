import type { z } from 'zod';
import { isStorableText, whyNotStorable } from '#lib/domain/base/json/jsonb-limits';
import { Invalid, NotFound } from '#lib/domain/base/refusal';
import { readJson } from './read-json.ts';

/** The body was larger than our own pages ever send. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** `?a=1&b=2` as an object; of a repeated key the last counts. What the database could not even compare is refused. */
export function parseQuery<S extends z.ZodType>(schema: S, url: string): z.output<S> {
  const query = [...new URL(url).searchParams];
  const unreadable = query.flatMap(([name, value]) => (isStorableText(value) ? [] : [`query.${name}`]));
  if (unreadable.length > 0) throw new Invalid([...new Set(unreadable)]);
  return accept(schema, Object.fromEntries(query), 'query');
}

/** True where the database could hold every text of these. */
function storable(params: unknown): boolean {
  const values: readonly unknown[] = typeof params === 'object' && params !== null ? Object.values(params) : [];
  return values.every((value) => typeof value !== 'string' || isStorableText(value));
}

/** An id that cannot be one of ours is a record that is not there. Next hands a route its params decoded, once: nothing here decodes them again. */
export function parseParams<S extends z.ZodType>(schema: S, params: unknown): z.output<S> {
  const parsed = schema.safeParse(params);
  if (!parsed.success || !storable(parsed.data)) throw new NotFound();
  return parsed.data;
}

/** Typed or pasted text may hold characters that no column accepts: it is refused with its path, never by a failure of the database. */
export async function parseBody<S extends z.ZodType>(
  schema: S,
  request: Request,
  largest?: number,
): Promise<z.output<S>> {
  const read = await readJson(request, largest);
  if (!read.ok && read.fault === 'too-large') throw new TooLarge();
  if (!read.ok) throw new Invalid(['body']);
  const unfit = whyNotStorable(read.value);
  if (unfit.length > 0) throw new Invalid(unfit.map((path) => path.replace(/^\$/, 'body')));
  return accept(schema, read.value, 'body');
}

/** Paths name where, never what. zod's own words are not used: they ask a value for its constructor's name, whatever somebody put there. */
function accept<S extends z.ZodType>(schema: S, value: unknown, part: string): z.output<S> {
  const parsed = schema.safeParse(value, { error: () => 'not as expected' });
  if (parsed.success) return parsed.data;
  throw new Invalid([...new Set(parsed.error.issues.map((issue) => [part, ...issue.path].join('.')))]);
}
