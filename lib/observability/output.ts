import { constants, openSync } from 'node:fs';
import { type LineSink, lineSink } from './line-sink.ts';

/** Far more than a line of ours; what a library prints is cut there. */
const longestPiece = 16_384;

declare global {
  var scriptlineDroppedLines: number | undefined;
}

/** The number of lines of this process's output that could not be written. */
export const droppedLines = (): number => globalThis.scriptlineDroppedLines ?? 0;

/**
 * From here on all output of this process, by our log, by `console` or by a library, is written or dropped at once: Node's own streams
 * throw when the disk of a log is full, and wait for a reader that does not read.
 */
export function neverWaitForOutput(): void {
  const sinks = [process.stdout, process.stderr].map((stream, nth) => {
    const sink = lineSink(ownDescription(nth + 1), count);
    stream.write = (piece: string | Uint8Array, ...rest: readonly unknown[]) => {
      sink.write(piece.length > longestPiece ? cut(piece) : piece);
      for (const done of rest) if (typeof done === 'function') process.nextTick(() => done());
      return true;
    };
    stream.on('error', () => count(1));
    return sink;
  });
  process.on('exit', () => flushAll(sinks));
}

const cut = (piece: string | Uint8Array) => `${Buffer.from(piece).toString('utf8', 0, longestPiece)}…\n`;

function flushAll(sinks: readonly LineSink[]): void {
  for (const sink of sinks) sink.flush();
}

function count(lines: number): void {
  globalThis.scriptlineDroppedLines = droppedLines() + lines;
}

/** The same output opened once more, so that it does not block here and stays as it is for whoever shares it. What cannot be opened so is used as it is. */
function ownDescription(fd: number): () => number {
  let own: number | undefined;
  return () => {
    own ??= openAgain(fd);
    return own;
  };
}

function openAgain(fd: number): number {
  try {
    const { O_WRONLY, O_APPEND, O_NONBLOCK } = constants;
    return openSync(`/proc/self/fd/${fd}`, O_WRONLY | O_APPEND | O_NONBLOCK);
  } catch {
    return fd;
  }
}
