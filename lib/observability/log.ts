import pino, { type Logger } from 'pino';
import { env } from '#lib/env';
import { cut, shortenedFields } from './shortened.ts';

/** Ids, codes, counts and times. There is no place for a payload, a name or an address, and nothing is logged by any other function. */
export type LogFields = {
  readonly requestId?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly userId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly sourceKey?: string | undefined;
  readonly seq?: number | bigint | undefined;
  readonly type?: string | undefined;
  readonly status?: number | string | undefined;
  readonly code?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly permission?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly count?: number | undefined;
  readonly milliseconds?: number | undefined;
  readonly hash?: string | undefined;
  /** Only its class, its code and where it was thrown: a message may quote what was being read. */
  readonly error?: unknown;
};

const longestFrame = 200;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Should one of these ever be passed by a wider type, it is dropped. */
const never = [
  'payload',
  'data',
  'body',
  'raw',
  'email',
  'name',
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'headers',
];

/** Writes through `process.stdout`, which the web and worker processes have made safe: pino's own stream ends a process whose log's disk is full. */
const standardOutput = { write: (line: string) => void process.stdout.write(line) };

export function makeLogger(level: string, to: { write(line: string): void } = standardOutput): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: (fields: object) => shortenedFields(fields) },
    redact: { paths: never.flatMap((key) => [key, `*.${key}`]), remove: true },
  };
  return pino(options, to);
}

/** The part of an error that may be written down. */
export function describeError(error: unknown): { error: string; errorCode?: string; at?: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    ...(frames.length > 0
      ? {
          at: frames.slice(0, 6).map((line) => cut(line.trim(), longestFrame)),
        }
      : {}),
  };
}

let logger: Logger | undefined;

/** One line of JSON on standard output. `event` is a fixed word such as `request.refused`. */
export function log(level: LogLevel, event: string, { error, seq, ...fields }: LogFields = {}): void {
  logger ??= makeLogger(env().LOG_LEVEL);
  logger[level](
    {
      ...fields,
      ...(seq === undefined ? {} : { seq: String(seq) }),
      ...(error === undefined ? {} : describeError(error)),
    },
    cut(event),
  );
}
