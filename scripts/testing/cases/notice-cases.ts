import { z } from 'zod';
import { readCases } from './read-cases.ts';

/** A notice of a regulator or a firm, and what it names. */
const noticeCase = z.strictObject({
  text: z.string(),
  lots: z.array(z.string()).optional(),
  ranges: z.array(z.tuple([z.string(), z.string()])).optional(),
  ndcs: z.array(z.string()).optional(),
  allLots: z.literal(true).optional(),
  exclusions: z.array(z.string()).optional(),
});
export type NoticeCase = z.infer<typeof noticeCase>;

export const noticeCases = (...names: readonly string[]): readonly NoticeCase[] =>
  readCases('recall-notices', names, noticeCase);
