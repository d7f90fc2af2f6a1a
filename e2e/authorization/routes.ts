import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const api = path.resolve(import.meta.dirname, '../../app/api');
const exported =
  /^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD)\b|\bas (GET|POST|PUT|PATCH|DELETE|HEAD)\b/gm;

/** Every door there is, found in the files and not in a list: `GET /api/prescriptions/[id]`. */
export function doors(): readonly string[] {
  return globSync('**/route.ts', { cwd: api }).flatMap((file) => {
    const words = readFileSync(path.join(api, file), 'utf8').matchAll(exported);
    return [...words].map(([, plain, renamed]) => `${plain ?? renamed} ${path.posix.join('/api', path.dirname(file))}`);
  });
}
