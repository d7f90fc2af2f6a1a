import { existsSync, readFileSync } from 'node:fs';
import type { Outcome } from './check.ts';
import { repositoryFiles } from './repository-files.ts';

/** Written in two parts, or this file would name them itself. */
const OUTSIDE = ['..', 'shared'].join('/');
const READ_AT_RUN_TIME = /\.(ts|tsx|mjs|cjs|js|json|css|sql|prisma|sh)$/;

/** Nothing that runs reads from a folder beside the checkout: a clone has none. */
export async function checkSelfContained(): Promise<Outcome> {
  const named = (await repositoryFiles())
    .filter((file) => READ_AT_RUN_TIME.test(file) && existsSync(file))
    .filter((file) => readFileSync(file, 'utf8').includes(OUTSIDE));
  return { passed: named.length === 0, details: named.map((file) => `${file} names ${OUTSIDE}`).join('\n') };
}
