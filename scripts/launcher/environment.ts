import path from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

/** The settings of this start. Those that only the application reads are checked by `lib/env.ts`, which the launcher calls before any long work. */
export type Environment = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** `undefined`: the embedded database. */
  readonly outside: { readonly url: string; readonly adminUrl: string } | undefined;
  readonly demo: boolean;
  /** Demo mode on a host that other machines reach, by the operator's second word. */
  readonly demoPublic: boolean;
  readonly publicUrl: string;
  readonly authSecret: string | undefined;
  readonly encryptionKey: string | undefined;
};

const postgres = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgresql://user:password@host:5432/database',
});

const shape = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a number from 1 to 65535')
    .default(3000),
  SCRIPTLINE_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgres.optional(),
  DATABASE_ADMIN_URL: postgres.optional(),
  SCRIPTLINE_DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  SCRIPTLINE_DEMO_PUBLIC: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  NEXTAUTH_URL: z.url('must be an address such as https://scriptline.example').optional(),
  AUTH_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  ENCRYPTION_KEY: z
    .string()
    .refine(
      (text) => Buffer.from(text, 'base64').length === 32,
      'must be 32 bytes in base64 (`openssl rand -base64 32`)',
    )
    .optional(),
});

/** True where a command opens anything that is sealed or signed. */
export type InstanceSecrets = 'needed' | 'not-needed';

/** @throws CannotStart naming every variable that is wrong or missing, and never its value */
export function readEnvironment(
  raw: Readonly<Record<string, string | undefined>>,
  root: string,
  secrets: InstanceSecrets = 'needed',
): Environment {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    throw new CannotStart(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'));
  }
  const { HOST, PORT, DATABASE_URL, DATABASE_ADMIN_URL, SCRIPTLINE_DEMO, NEXTAUTH_URL, AUTH_SECRET, ENCRYPTION_KEY } =
    parsed.data;
  if (DATABASE_ADMIN_URL && !DATABASE_URL) {
    throw new CannotStart(
      'DATABASE_ADMIN_URL is set and DATABASE_URL is not: set both, or neither for the embedded database.',
    );
  }
  const demo = SCRIPTLINE_DEMO ? SCRIPTLINE_DEMO === '1' : DATABASE_URL === undefined;
  for (const [name, value] of Object.entries({ AUTH_SECRET, ENCRYPTION_KEY })) {
    if (secrets === 'needed' && !demo && value === undefined)
      throw new CannotStart(`${name} is not set: outside demo mode it has to be.`);
  }
  return {
    host: HOST,
    port: PORT,
    dataDir: path.resolve(root, parsed.data.SCRIPTLINE_DATA_DIR),
    outside: DATABASE_URL ? { url: DATABASE_URL, adminUrl: DATABASE_ADMIN_URL ?? DATABASE_URL } : undefined,
    demo,
    demoPublic: parsed.data.SCRIPTLINE_DEMO_PUBLIC === '1',
    publicUrl: NEXTAUTH_URL ?? localAddress(HOST, PORT),
    authSecret: AUTH_SECRET,
    encryptionKey: ENCRYPTION_KEY,
  };
}

/** The address at which a browser on this machine finds a server on `host`. */
export function localAddress(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
