import { z } from 'zod';
import { isNetwork } from '#lib/domain/base/web/client-ip';

/** The only reader of process.env. Values were checked by the launcher too; a wrong one stops the process with a sentence that names it. */
const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const parted = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((one) => one.trim()))
  .transform((all) => all.filter((one) => one !== ''));

const shape = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  SCRIPTLINE_DEMO: z.enum(['0', '1']).default('0'),
  /** Demo mode on a host that other machines reach. */
  SCRIPTLINE_DEMO_PUBLIC: z.enum(['0', '1']).default('0'),
  AUTH_SECRET: z.string().min(16),
  /** 32 bytes, base64. */
  ENCRYPTION_KEY: z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64'),
  NEXTAUTH_URL: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The From address of emails; left out: `no-reply` at the address that people open. */
  MAIL_FROM: z.email().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(8).optional(),
  INGEST_RETRY_BASE_SECONDS: seconds(110),
  INGEST_RETRY_CAP_SECONDS: seconds(7200),
  /** The tenants' own systems that may be private or speak plain http, by the operator's word: `host` or `host:port`, separated by commas. */
  OUTBOUND_ALLOW_HOSTS: parted
    .transform((hosts) => hosts.map((host) => host.toLowerCase()))
    .refine(
      (hosts) => hosts.every((host) => /^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/.test(host)),
      'must name hosts as `host` or `host:port`, parted by commas',
    ),
  /** The proxies in front of us, whose statement of the client's address is trusted; none: the peer of the connection is the client. */
  TRUSTED_PROXIES: parted.refine(
    (networks) => networks.every(isNetwork),
    'must name addresses or networks, such as `10.0.0.4` or `10.0.0.0/24`, parted by commas',
  ),
  /** The address to which the worker sends its self-tests: the web process's own. The launcher names it; left out, there are none. */
  CANARY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A self-test each so many seconds; 0: none. */
  CANARY_SECONDS: z.coerce.number().int().min(0).max(3600).default(60),
  /** The interval at which the flow is checked. */
  WATCH_SECONDS: seconds(10),
  MAX_BODY_BYTES: z.coerce.number().int().positive().default(262_144),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Single sign-on is configured whole or not at all: half of it would silently leave it out. */
const ofSignOn = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

const whole = shape.superRefine((given, context) => {
  const missing = ofSignOn.filter((name) => given[name] === undefined);
  if (missing.length === ofSignOn.length) return;
  const message = 'is missing: single sign-on needs all three of OIDC_*';
  for (const name of missing) context.addIssue({ code: 'custom', path: [name], message });
});

export type Env = z.infer<typeof shape>;

let read: Env | undefined;

/** Read once, at first use: `next build` imports route modules with no environment at all. Throws a sentence that names what is wrong. */
export function env(): Env {
  if (read) return read;
  const parsed = whole.safeParse(process.env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The environment is not complete: ${faults.join('; ')}`);
  }
  read = parsed.data;
  return read;
}
