import { copyFileSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';

const longBytes = 10_000_000;
const olderOnes = 2;
const lookEveryMs = 1_000;

export type KeptLog = {
  /** The last lines that this run wrote, for a sentence about why a process died. */
  lastWords(lines?: number): string;
  stop(): void;
};

/**
 * Keeps a log that others append to from filling the disk: once it is long, its content becomes `.1` (and `.1` becomes `.2`), and it begins anew. Whoever
 * writes to it keeps the file open, so that it is copied and emptied, not renamed. Nothing here ever throws: a log is worth less than what writes it.
 */
export function keptLog(file: string, { mostBytes = longBytes, everyMs = lookEveryMs } = {}): KeptLog {
  keepShort(file, mostBytes);
  const begin = sizeOf(file);
  const look = setInterval(() => keepShort(file, mostBytes), everyMs);
  look.unref();
  return { lastWords: (lines = 12) => lastWordsOf(file, begin, lines), stop: () => clearInterval(look) };
}

/** A descriptor to append to the log; where there can be none, because the disk is full or the folder not ours, what would stand there is lost. */
export function openToAppend(file: string): number | 'ignore' {
  try {
    return openSync(file, 'a');
  } catch {
    return 'ignore';
  }
}

function keepShort(file: string, mostBytes: number): void {
  if (sizeOf(file) <= mostBytes) return;
  try {
    for (let nth = olderOnes - 1; nth > 0; nth--)
      if (existsSync(`${file}.${nth}`)) renameSync(`${file}.${nth}`, `${file}.${nth + 1}`);
    copyFileSync(file, `${file}.1`);
  } catch {
    // No room for what it said: better one log less than a full disk.
    quietly(() => rmSync(`${file}.1`, { force: true }));
  }
  quietly(() => truncateSync(file));
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // It is no file of ours, or already gone: there is nothing to keep short.
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** A log that was emptied meanwhile holds nothing older than this run. */
function lastWordsOf(file: string, begin: number, lines: number): string {
  try {
    const all = readFileSync(file);
    const own = all.length < begin ? all : all.subarray(begin);
    return own.toString('utf8').trim().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
