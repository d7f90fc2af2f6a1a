import { once } from 'node:events';
import { median } from '#scripts/bench/figure';
import { demoSender } from '#scripts/testing/signed-request';
import type { Fault } from '../fault.ts';
import { inTime } from '../in-time.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome } from '../outcome.ts';
import { postForChaos, signedNow } from '../post.ts';

const mostMs = 50;
const times = { full: 20, short: 3 };

const event = (data: string) =>
  `{"specversion":"1.0","id":"evt_hostile","source":"chaos","type":"medication.prescription.held.v1","data":${data}}`;
const keys = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${n}":0`).join()}}`;
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Texts on which a parser could choke or a database could, and keys that could reach a prototype. */
const bodies: readonly (readonly [name: string, raw: string])[] = [
  ['depth 100,000', event(nested(100_000))],
  ['objects 40,000 deep', '{"a":'.repeat(40_000)],
  ['a million keys', event(keys(1_000_000))],
  ['as many keys as fit', event(keys(25_000))],
  ['as many numbers as fit', event(`[${'1.1,'.repeat(60_000)}1]`)],
  ['long numbers', event(`[${'12345678901234567890,'.repeat(12_000)}1]`)],
  ['one number of 260,000 digits', event('9'.repeat(260_000))],
  ['a string of escapes', event(`"${'\\u0041'.repeat(43_000)}"`)],
  ['backslashes without end', event(`"${'\\'.repeat(250_000)}`)],
  ['\\u0000', event('{"reason":"a\\u0000b"}')],
  ['half a surrogate pair', event('{"reason":"\\ud800"}')],
  ['1e400000', event('{"reason":1e400000}')],
  ['__proto__', event('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')],
];

type Probed = { readonly held: number; readonly polluted: boolean };

async function probe(instance: ChaosInstance): Promise<Probed> {
  const answer = once(instance.web.child, 'message');
  instance.web.child.send('loop-hold');
  const [message] = await answer;
  const parsed = Object(message);
  return { held: Number(Reflect.get(parsed, 'held')), polluted: Reflect.get(parsed, 'polluted') !== false };
}

export const hostileJson: Fault = {
  key: 'hostile-json',
  fault: () =>
    `JSON depth 100,000; a million keys; \\u0000; lone surrogates; 1e400000; __proto__ (${bodies.length} bodies)`,
  must: '202 quarantined (or 413), no 5xx, event loop held ≤ 50 ms, nothing polluted',
  run: async (instance, size) => {
    await instance.empty();
    await instance.web.end('SIGTERM');
    instance.web = await instance.startWeb(['preload/loop-hold.ts']);
    const sender = demoSender('demo-medication');
    const send = (raw: string) => postForChaos(instance.address, sender, raw, signedNow(sender, raw, 'msg_hostile'));
    const wrong: string[] = [];
    const holds = new Map<string, number[]>(bodies.map(([name]) => [name, []]));
    // Once to warm up: what is compiled at its first use is no fault of the body.
    for (let round = 0; round <= times[size]; round++) {
      for (const [name, raw] of bodies) {
        await probe(instance);
        const { status, body } = await send(raw);
        const { held, polluted } = await probe(instance);
        const kept = status === 413 || (status === 202 && JSON.parse(body).accepted === 0);
        if (!kept || polluted) wrong.push(`${name}: ${status} ${body}`);
        if (round > 0) holds.get(name)?.push(held);
      }
    }
    const most = [...holds].map(([name, all]) => ({ name, held: Math.max(...all) }));
    const { name: slowest, held: longest } = most.reduce((a, b) => (b.held > a.held ? b : a));
    const usual = Math.max(...[...holds.values()].map(median));
    const after = await send(event('{"prescriptionId":"rx_after"}'));
    await instance.web.end('SIGTERM');
    instance.web = await instance.startWeb();
    return outcome(
      [wrong.length === 0 ? 'each quarantined or 413' : wrong.slice(0, 3).join(' | '), wrong.length === 0],
      [
        `event loop held ${longest.toFixed(0)} ms at most (${slowest}); the longest of the bodies' medians ${usual.toFixed(0)} ms`,
        inTime(size, longest, mostMs),
      ],
      [`an ordinary event afterwards: ${after.status}`, after.status === 202],
    );
  },
};
