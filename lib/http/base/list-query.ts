import { z } from 'zod';

/** The parameters of every list: an opaque cursor and a page's size. */
export const paging = {
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page of rows, or the whole list as a file. */
export const format = z.enum(['json', 'csv']).default('json');

/** One of a closed list of words, or left out; an empty value is left out too. */
export function oneOf<const W extends readonly [string, ...string[]]>(words: W) {
  return z
    .union([z.literal(''), z.enum(words)])
    .transform((word) => (word === '' ? undefined : word))
    .optional();
}

/** An instant (RFC 3339), normalised to UTC with milliseconds. */
export const instantParameter = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** The reason for viewing veiled data. */
export const reason = z.object({ reason: z.string().trim().min(5).max(500) });

/** A list without a filter that leaves as a file too. */
export const listOrFile = z.object({ ...paging, format });
