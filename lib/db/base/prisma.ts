import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#lib/db/generated/client';
import { env } from '#lib/env';
import { poolFor } from './connection.ts';
import type { ConnectionPurpose } from './deadlines.ts';

type Pool = { readonly everyTenant: boolean; readonly purpose: ConnectionPurpose; readonly size: number };

/**
 * Our pools, by reach and by how long their work may take. `scoped` sees nothing until a transaction names its tenant; the others speak for every
 * tenant: `ingest` keeps events, `any` serves the worker and the live stream, `lasting` what may take all night.
 */
const pools = {
  scoped: { everyTenant: false, purpose: 'reading', size: 12 },
  ingest: { everyTenant: true, purpose: 'ingest', size: 3 },
  any: { everyTenant: true, purpose: 'working', size: 6 },
  lasting: { everyTenant: true, purpose: 'lasting', size: 2 },
} as const satisfies Record<string, Pool>;

export type DatabaseRole = keyof typeof pools;

/** Begins a statement that each connection prepares once under this name. Only for one whose plan is right for any size of its tables. */
export const preparedAs = (name: string) => `/* prepared as ${name} */`;
const named = /^\/\* prepared as (\w+) \*\//;

/** Without a name a statement is planned each time it is sent; the types do not know that the adapter takes that. */
function preparedName({ sql }: { readonly sql: string }): string {
  return named.exec(sql)?.[1] ?? '';
}

declare global {
  var scriptlinePrisma: Map<DatabaseRole, PrismaClient> | undefined;
}

/** Makes a client for a database address. Row-level security is under every query; `reach` says what it lets through before a tenant is named. */
export function connect(url: string, reach: DatabaseRole): PrismaClient {
  const { everyTenant, purpose, size } = pools[reach];
  const pool = { ...poolFor(url, purpose, size), ...(everyTenant ? { options: '-c app.tenant=*' } : {}) };
  const adapter = new PrismaPg(pool, { statementNameGenerator: preparedName });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 30_000 } });
}

/** One client per reach and process, made at first use and kept through Next's module reloads. */
export function prisma(reach: DatabaseRole): PrismaClient {
  globalThis.scriptlinePrisma ??= new Map();
  const client = globalThis.scriptlinePrisma.get(reach);
  if (client) return client;
  const made = connect(env().DATABASE_URL, reach);
  globalThis.scriptlinePrisma.set(reach, made);
  return made;
}

export async function disconnect(): Promise<void> {
  const open = [...(globalThis.scriptlinePrisma?.values() ?? [])];
  globalThis.scriptlinePrisma?.clear();
  await Promise.all(open.map((client) => client.$disconnect()));
}
