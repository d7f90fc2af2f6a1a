import { z } from 'zod';

const instance = z.object({ baseUrl: z.string(), dataDir: z.string() });

/** The instances that `npm test` has started, one for each worker; else the one that E2E_BASE_URL and E2E_DATA_DIR name. */
export function instances(): readonly z.infer<typeof instance>[] {
  const given = process.env['E2E_INSTANCES'];
  if (given !== undefined) return z.array(instance).nonempty().parse(JSON.parse(given));
  const { E2E_BASE_URL: baseUrl = 'http://127.0.0.1:3000', E2E_DATA_DIR: dataDir = '.data' } = process.env;
  return [{ baseUrl, dataDir }];
}

/** This worker's: no two workers play against the same one at the same time. */
export function ownInstance(): z.infer<typeof instance> {
  const own = instances()[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
  if (own === undefined) throw new Error('there are more workers than instances');
  return own;
}
