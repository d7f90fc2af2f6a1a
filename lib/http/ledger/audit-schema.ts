import { z } from 'zod';

const head = z.string().max(100);
export const checkBody = z.strictObject({ from: head.optional(), kept: head.optional() });
