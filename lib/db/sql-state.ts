function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** PostgreSQL's five-letter code inside whatever Prisma or its driver adapter threw, or null when there is none. */
export function sqlState(error: unknown): string | null {
  let at: unknown = error;
  for (let depth = 0; depth < 6 && at !== undefined; depth++) {
    for (const name of ['originalCode', 'code']) {
      const code = property(at, name);
      if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
    }
    at = property(at, 'cause') ?? property(property(at, 'meta'), 'driverAdapterError');
  }
  return null;
}

/** Whether the database was away, or going away: connection refused or lost, too many connections, shutting down, still starting. */
export function databaseIsAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return /^(08|53|57P)/.test(state);
  const text = String(
    error instanceof Error ? `${error.name} ${error.message} ${String(property(error, 'code'))}` : error,
  );
  return /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024|P2028|reach database|Connection terminated|connection timeout|timeout exceeded|DatabaseNotReachable|ConnectionClosed|SocketTimeout/i.test(
    text,
  );
}
