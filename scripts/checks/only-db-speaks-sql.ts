import { existsSync, readFileSync } from 'node:fs';
import type { Outcome } from './check.ts';
import { repositoryFiles } from './repository-files.ts';
import { sqlOutsideDb } from './sql-outside-db.ts';

const product = /^((app|components|lib)\/|(server|worker|proxy)\.ts$)/;
const speaksItself = /^lib\/db\/|\.test\.tsx?$/;
/** Fewer files than this: the check has looked in the wrong place. */
const fewest = 200;

function modelNames(): ReadonlySet<string> {
  const names = readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w)(\w*) /gm);
  return new Set([...names].map(([, first = '', rest = '']) => first.toLowerCase() + rest));
}

/** Only `lib/db` speaks SQL or asks a model: the rest of the product calls its functions, and hands transactions on. */
export async function checkOnlyDbSpeaksSql(): Promise<Outcome> {
  const models = modelNames();
  const files = (await repositoryFiles())
    .filter((file) => /\.tsx?$/.test(file) && product.test(file) && !speaksItself.test(file))
    .filter((file) => existsSync(file));
  if (files.length < fewest || models.size === 0)
    return { passed: false, details: `only ${files.length} files and ${models.size} models were looked at` };
  const found = files.flatMap((file) => sqlOutsideDb(file, readFileSync(file, 'utf8'), models));
  return { passed: found.length === 0, details: found.join('\n') };
}
