import { writeSync } from 'node:fs';

export type LineSink = {
  write(line: string | Uint8Array): void;
  /** Writes the waiting lines, as far as they can be written now. */
  flush(): void;
};

const mostWaitingBytes = 1_000_000;
const againAfterMs = 50;

/**
 * Writes to a file descriptor and never throws nor waits. Where nothing can be written (a full disk, a reader that is gone) lines are
 * dropped, and `dropped` receives their number. Where the reader is slow (a descriptor that does not block answers EAGAIN) some wait, and
 * those beyond are dropped. The first line after a gap gives the number of missing lines.
 */
export function lineSink(open: () => number, dropped: (lines: number) => void): LineSink {
  const waiting: Buffer[] = [];
  let size = 0;
  /** Lines dropped and not yet reported in the log; of those, the number that the first waiting line reports. */
  let missing = 0;
  let reported = 0;
  let torn = false;
  let again: NodeJS.Timeout | undefined;

  const drop = (lines: number) => {
    missing += lines;
    dropped(lines);
  };

  const writeFirst = (fd: number, first: Buffer) => {
    const written = writeSync(fd, first);
    size -= written;
    torn = written < first.length;
    if (torn) {
      waiting[0] = first.subarray(written);
      return;
    }
    waiting.shift();
    missing -= reported;
    reported = 0;
  };

  const flush = () => {
    clearTimeout(again);
    again = undefined;
    try {
      const fd = open();
      for (let first = waiting[0]; first !== undefined; first = waiting[0]) writeFirst(fd, first);
    } catch (error) {
      if (isBusy(error)) {
        again = setTimeout(flush, againAfterMs).unref();
        return;
      }
      drop(waiting.length);
      waiting.length = 0;
      size = 0;
      reported = 0;
    }
  };

  const write = (line: string | Uint8Array) => {
    if (size > mostWaitingBytes) return drop(1);
    if (waiting.length === 0) reported = missing;
    const gap = reported > 0 && waiting.length === 0 ? `${torn ? '\n' : ''}${gapLine(reported)}` : '';
    const bytes = Buffer.concat([Buffer.from(gap), Buffer.from(line)]);
    waiting.push(bytes);
    size += bytes.length;
    if (again === undefined) flush();
  };
  return { write, flush };
}

function gapLine(count: number): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ level: 'warn', time, pid: process.pid, count, msg: 'log.lines-dropped' })}\n`;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
