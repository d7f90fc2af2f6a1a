import { z } from 'zod';
import { peopleShown } from '#lib/contract/recalls/recall';
import { contactOutcomes } from '#lib/domain/recalls/outcome';
import { paging } from '#lib/http/base/list-query';
import { bodyWith } from '#lib/http/base/read-json';

/** `{system}:{recall id}`, percent-encoded in the path. */
export const recallParams = z.object({ id: z.string().min(3).max(900) });

export const recallPeopleQuery = z.object({
  ...paging,
  show: z.enum(peopleShown).default('all'),
  format: z.enum(['json', 'csv']).default('json'),
});

const words = z.string().trim().max(500);
const person = z
  .string()
  .regex(/^(osigu|photon|medication|dispense):\S/)
  .max(900);
const stockItem = z
  .string()
  .regex(/^(osigu|photon|medication):\S/)
  .max(600);

export const openRecallBody = z.object({
  recallId: z.string().max(900).optional(),
  lots: z
    .array(z.object({ stockItemId: stockItem, lotNumber: z.string().trim().min(1).max(256).optional() }))
    .min(1)
    .max(200),
  recallClass: z.enum(['I', 'II', 'III']).optional(),
  depth: z.enum(['wholesale', 'retail', 'patient']).optional(),
  reason: words.min(3),
});

export const classifyBody = z.object({
  recallClass: z.enum(['I', 'II', 'III']).optional(),
  depth: z.enum(['wholesale', 'retail', 'patient']).optional(),
  note: words.optional(),
});

export const assignRecallBody = z.object({
  userId: z.string().min(1).max(64),
  people: z.array(person).min(1).max(500).optional(),
});

export const contactBody = z.object({ personId: person, outcome: z.enum(contactOutcomes), note: words.optional() });
export const lettersBody = z.object({ people: z.array(person).min(1).max(500).optional() });
export const settleLetterBody = z.object({ personId: person, outcome: z.enum(['sent', 'not-sent']) });
export const closeRecallBody = z.object({ stock: words.min(3) });

const longestNotice = 100_000;
export const noticeBody = z.object({ text: z.string().min(1).max(longestNotice) });
export const largestNotice = bodyWith(longestNotice);
