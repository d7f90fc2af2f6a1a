/** The purpose of a connection. */
export type ConnectionPurpose = 'ingest' | 'reading' | 'working' | 'lasting' | 'jobs' | 'listening';

type Deadline = {
  /** A connection that receives nothing for so long is destroyed, and its waiting work fails: a lost peer may never be reported by a packet. */
  readonly silentMs: number;
  /** The time that a statement waits for a lock. */
  readonly lockMs: number;
  /** The time that the server works at a statement: a little over our own limit, so that nothing is left running for nobody. 0: no bound. */
  readonly statementMs: number;
  /** So long a session may hold a transaction open without a word: a process that is stopped, and not dead, holds its locks no longer. */
  readonly idleInTransactionMs: number;
};

/** The longest wait, by the kind of work. A sender stops waiting after 5 to 15 s, a person sooner; a rebuild has all night. */
export const deadlines: Readonly<Record<ConnectionPurpose, Deadline>> = {
  ingest: { silentMs: 8_000, lockMs: 5_000, statementMs: 9_000, idleInTransactionMs: 10_000 },
  reading: { silentMs: 10_000, lockMs: 8_000, statementMs: 12_000, idleInTransactionMs: 20_000 },
  working: { silentMs: 25_000, lockMs: 5_000, statementMs: 30_000, idleInTransactionMs: 20_000 },
  lasting: { silentMs: 600_000, lockMs: 60_000, statementMs: 0, idleInTransactionMs: 600_000 },
  jobs: { silentMs: 15_000, lockMs: 8_000, statementMs: 20_000, idleInTransactionMs: 20_000 },
  listening: { silentMs: 10_000, lockMs: 5_000, statementMs: 9_000, idleInTransactionMs: 10_000 },
};
