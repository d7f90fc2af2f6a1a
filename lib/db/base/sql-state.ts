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

const words = (error: unknown) =>
  String(error instanceof Error ? `${error.name} ${error.message} ${String(property(error, 'code'))}` : error);

/**
 * True where the database was away, or going away: connection refused or lost, none free in time, disk full, shutting down, still starting;
 * or it ended a session of ours that had been silent in a transaction.
 */
export function databaseIsAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return /^(08|53[13]00$|57P|25P03$)/.test(state);
  return /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024|Unable to start a transaction|reach database|Connection terminated|connection timeout|timeout exceeded|DatabaseNotReachable|ConnectionClosed|SocketTimeout/i.test(
    words(error),
  );
}

/** True where another transaction held a lock for longer than the wait. Nothing was written. */
export function lockWasHeld(error: unknown): boolean {
  return sqlState(error) === '55P03';
}

/** True where other work was in the way: a lock was not to be had, or a statement did not end in its time. Nothing was written. */
export function databaseIsBusy(error: unknown): boolean {
  return lockWasHeld(error) || sqlState(error) === '57014';
}

/**
 * True where one piece of work was more than the database permits: it took too long for one transaction, or ran out of memory, locks or
 * another limit. Waiting alone does not resolve it.
 */
export function askedTooMuch(error: unknown): boolean {
  const state = sqlState(error);
  return state === null ? /expired transaction/.test(words(error)) : /^53/.test(state) && !databaseIsAway(error);
}
