import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart, reasonOf } from '#scripts/launcher/cannot-start';

/** The data folder's record of its server, readable by its owner only. */
export type Credentials = { readonly superuserPassword: string; readonly password: string; readonly port: number };

const fileOf = (dataDir: string) => path.join(dataDir, 'postgres.json');

export function newCredentials(): Credentials {
  return { superuserPassword: randomBytes(24).toString('hex'), password: randomBytes(24).toString('hex'), port: 0 };
}

export function readCredentials(dataDir: string): Credentials {
  const file = fileOf(dataDir);
  if (!existsSync(file)) {
    throw new CannotStart(
      `${file} is gone, and with it the passwords of the database beside it: restore the file, or remove ${dataDir} to begin anew.`,
    );
  }
  try {
    const { superuserPassword, password, port } = JSON.parse(readFileSync(file, 'utf8'));
    return { superuserPassword: String(superuserPassword), password: String(password), port: Number(port) };
  } catch (error) {
    throw new CannotStart(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

export function writeCredentials(dataDir: string, credentials: Credentials): void {
  const file = fileOf(dataDir);
  try {
    writeFileSync(`${file}.new`, JSON.stringify(credentials), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new CannotStart(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}
