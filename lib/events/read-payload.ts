import type { z } from 'zod';
import { isObject, type Json } from '#lib/domain/base/json/json';
import { mostPaths, pathText, words } from './payload-paths.ts';

/** A field that is there and could not be read: its path, the reason, and the value as it came (shown to a reader of the event, never logged or counted). */
export type UnreadableField = {
  /** `data.expiryDate`; names of our own schema's keys and positions only. */
  readonly path: string;
  readonly words: string;
  readonly value: Json;
  /** The value that counts in its place: the beginning of a text that is too long, the earlier of two dates. */
  readonly instead: string | undefined;
};

export type ReadPayload<P> =
  | { readonly ok: true; readonly data: P; readonly unreadable: readonly UnreadableField[] }
  | { readonly ok: false; readonly paths: readonly string[] };

/** Deeper than any payload of the catalogue nests. */
const mostRounds = 8;
/** More than a real sender's worst day; a hostile payload may hold hundreds of thousands. */
const mostUnreadable = 1_000;

type Path = readonly PropertyKey[];

/**
 * Reads a payload so that a decoration never loses the fact. An unreadable field that the schema can do without is left out and reported;
 * only an unreadable required field, and a payload that contradicts itself, is refused.
 */
export function readPayload<P>(payload: z.ZodType<P>, sent: Json | undefined): ReadPayload<P> {
  const unreadable: UnreadableField[] = [];
  let value = sent;
  for (let round = 0; round < mostRounds; round++) {
    // The words are our own (payload-paths.ts); those of zod ask a value for its constructor's name, and a sender may have put anything there.
    const parsed = payload.safeParse(value, { error: () => 'not as expected' });
    if (parsed.success) return { ok: true, data: parsed.data, unreadable };
    const { issues } = parsed.error;
    const needed = issues.filter((issue) => !mayBeLeftOut(issue, value));
    if (needed.length > 0) return { ok: false, paths: refusalPaths(needed, value, unreadable) };
    if (unreadable.length + issues.length > mostUnreadable) break;
    for (const issue of issues) unreadable.push(told(issue, value));
    value = leaveOut(value, issues);
  }
  return { ok: false, paths: [`data: expected at most ${mostUnreadable} fields that cannot be read, got more`] };
}

/** A needed field that was left out in an earlier round is refused for what it was then, not for being gone now. */
function refusalPaths(
  needed: readonly z.core.$ZodIssue[],
  value: Json | undefined,
  before: readonly UnreadableField[],
): readonly string[] {
  const lines = needed.map((issue) => {
    const path = pathText(issue.path);
    return `${path}: ${before.find((field) => field.path === path)?.words ?? words(issue, value)}`;
  });
  return lines.slice(0, mostPaths);
}

/** A missing field cannot be left out: the schema needs it. A contradiction, and a list longer than we read, are of the whole payload. */
function mayBeLeftOut(issue: z.core.$ZodIssue, value: Json | undefined): boolean {
  if (issue.code !== 'custom' && issue.code !== 'invalid_type') return false;
  if (issue.path.length === 0 || paramsOf(issue)['wholePayload'] === true) return false;
  return placeOf(issue.path, value) !== null;
}

/** The position of the part to leave out for an issue: the value itself, or, when that is already gone, the entry of the list that cannot do without it. */
function placeOf(path: Path, value: Json | undefined): Path | null {
  if (valueAt(path, value) !== undefined) return path;
  const entry = path.findLastIndex((key) => typeof key === 'number');
  return entry < 0 ? null : path.slice(0, entry + 1);
}

function told(issue: z.core.$ZodIssue, value: Json | undefined): UnreadableField {
  const place = placeOf(issue.path, value) ?? issue.path;
  const { instead } = paramsOf(issue);
  return {
    path: pathText(issue.path),
    words: words(issue, value),
    value: valueAt(place, value) ?? null,
    instead: typeof instead === 'string' ? instead : undefined,
  };
}

function paramsOf(issue: z.core.$ZodIssue): Readonly<Record<string, unknown>> {
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}

function valueAt(path: Path, value: Json | undefined): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => {
    if (Array.isArray(at)) return typeof key === 'number' ? at[key] : undefined;
    return isObject(at) && typeof key === 'string' && Object.hasOwn(at, key) ? at[key] : undefined;
  }, value);
}

function leaveOut(value: Json | undefined, issues: readonly z.core.$ZodIssue[]): Json | undefined {
  // From the last position to the first, so that leaving out one entry of a list moves none that is still to be left out.
  const places = issues
    .map((issue) => ({ place: placeOf(issue.path, value), instead: paramsOf(issue)['instead'] }))
    .reverse();
  return places.reduce<Json | undefined>(
    (left, { place, instead }) =>
      place === null || left === undefined
        ? left
        : replaced(left, place, typeof instead === 'string' ? instead : undefined),
    value,
  );
}

/** A copy with the value at a path replaced, or left out: a key is dropped, an entry of a list is taken out of it. */
function replaced(value: Json, [key, ...rest]: Path, by: string | undefined): Json {
  if (Array.isArray(value) && typeof key === 'number') {
    const entry = value[key];
    if (rest.length === 0) return by === undefined ? value.toSpliced(key, 1) : value.with(key, by);
    return entry === undefined ? value : value.with(key, replaced(entry, rest, by));
  }
  if (!isObject(value) || typeof key !== 'string') return value;
  const inner = value[key];
  if (rest.length > 0) return inner === undefined ? value : { ...value, [key]: replaced(inner, rest, by) };
  const { [key]: _left, ...others } = value;
  return by === undefined ? others : { ...others, [key]: by };
}
