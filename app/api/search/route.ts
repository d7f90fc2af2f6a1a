import { z } from 'zod';
import { route } from '#lib/http';
import { search } from '#lib/views/overview/search';

const body = z.object({ q: z.string().trim().min(2).max(100) });

/** By POST, so that a person's name is never part of an address. */
export const POST = route({ permission: 'search.use', body }, async ({ account, body: { q }, requestId }) =>
  search(account, q, requestId),
);
