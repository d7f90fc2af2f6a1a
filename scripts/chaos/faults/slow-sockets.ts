import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Size } from '../fault.ts';
import { inTime } from '../in-time.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome, quantile, seconds } from '../outcome.ts';
import { sendAll } from '../retrying-sender.ts';

const sizes = { full: { sockets: 1_000, events: 2_400 }, short: { sockets: 100, events: 600 } };
const perSecond = 200;
const mostRounds = 3;
const mostMs = 15_000;
/** Twice next to nothing is still next to nothing; beside other tests on the same cores, only a standstill tells. */
const unnoticedMs = { full: 50, short: 2_500 };

type Slow = { readonly cut: Promise<number>; readonly socket: Socket };

/** A sender that says one byte a second: half of them never finish their headers, half never their body. */
function slowSocket(instance: ChaosInstance, nth: number): Slow {
  const { hostname, port } = new URL(instance.address);
  const socket = connect(Number(port), hostname);
  const head = `POST /api/webhooks/demo-medication HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 5000\r\n`;
  const began = performance.now();
  socket.write(nth % 2 === 0 ? head : `${head}\r\n`);
  const drip = setInterval(() => socket.write('x'), 1_000);
  socket.on('error', () => undefined);
  socket.resume();
  const cut = new Promise<number>((resolve) => {
    socket.once('close', () => {
      clearInterval(drip);
      resolve(performance.now() - began);
    });
  });
  return { cut, socket };
}

async function p99(instance: ChaosInstance, run: string, events: number): Promise<number> {
  const { sent, done } = sendAll(instance.address, run, events, perSecond);
  await done;
  return quantile(sent.answerMs, 0.99);
}

type Round = { readonly alone: number; readonly beside: number; readonly cut: number };

async function round(instance: ChaosInstance, size: Size): Promise<Round> {
  const { sockets, events } = sizes[size];
  await instance.empty();
  await p99(instance, 'warm', events / 3);
  const alone = await p99(instance, 'alone', events);
  const measured = p99(instance, 'beside', events);
  // They come over two seconds, so that neither their coming nor their bytes are one single burst: that would be another fault.
  const slow: Slow[] = [];
  for (let nth = 0; nth < sockets; nth++) {
    slow.push(slowSocket(instance, nth));
    if (nth % (sockets / 100) === 0) await wait(20);
  }
  const beside = await measured;
  const patience = wait(2 * mostMs).then(() => Number.POSITIVE_INFINITY);
  const cuts = await Promise.all(slow.map(({ cut }) => Promise.race([cut, patience])));
  for (const { socket } of slow) socket.destroy();
  return { alone, beside, cut: Math.max(...cuts) };
}

const unnoticed = ({ alone, beside }: Round, size: Size) => beside <= Math.max(2 * alone, unnoticedMs[size]);

export const slowSockets: Fault = {
  key: 'slow-sockets',
  fault: (size) =>
    `${sizes[size].sockets} slow sockets beside ${perSecond} events/s of others (the quietest of ${mostRounds} rounds: other programs of the machine count too)`,
  must: 'the others’ p99 ≤ 2 ×; cut ≤ 15 s',
  run: async (instance, size) => {
    let one = await round(instance, size);
    for (let more = 1; more < mostRounds && !unnoticed(one, size); more++) {
      const next = await round(instance, size);
      one = next.beside / next.alone < one.beside / one.alone ? { ...next, cut: Math.max(next.cut, one.cut) } : one;
    }
    const { alone, beside, cut } = one;
    return outcome(
      [`p99 ${alone.toFixed(0)} ms alone, ${beside.toFixed(0)} ms beside them`, unnoticed(one, size)],
      [`cut after ${seconds(cut)} at most`, inTime(size, cut, mostMs)],
    );
  },
};
