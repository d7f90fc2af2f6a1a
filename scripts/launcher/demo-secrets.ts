import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart, reasonOf } from './cannot-start.ts';

export type Secrets = { readonly AUTH_SECRET: string; readonly ENCRYPTION_KEY: string };

/** The demo's own secrets, made once and kept in the data folder, readable by its owner only: what they encrypted must stay readable. */
export function demoSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  try {
    if (existsSync(file)) {
      const { AUTH_SECRET, ENCRYPTION_KEY } = JSON.parse(readFileSync(file, 'utf8'));
      return { AUTH_SECRET: String(AUTH_SECRET), ENCRYPTION_KEY: String(ENCRYPTION_KEY) };
    }
    const made = {
      AUTH_SECRET: randomBytes(32).toString('base64'),
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
    return made;
  } catch (error) {
    throw new CannotStart(`The demo's secrets in ${file} cannot be kept: ${reasonOf(error)}.`);
  }
}
