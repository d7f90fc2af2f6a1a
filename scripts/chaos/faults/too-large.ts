import { request } from 'node:http';
import { demoSender } from '#scripts/testing/signed-request';
import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome } from '../outcome.ts';

const limit = 262_144;
const sizes = [limit + 1, 2_000_000, 30_000_000];

/** Sends so many bytes, with or without saying how many; answers the status, or what became of the connection. */
function send(instance: ChaosInstance, bytes: number, declared: boolean): Promise<number | string> {
  return new Promise((resolve) => {
    const length = declared ? { 'content-length': String(bytes) } : {};
    const headers = { 'content-type': 'application/cloudevents+json', 'x-ghasi-signature': 'sha256=00', ...length };
    const call = request(`${instance.address}/api/webhooks/${demoSender('demo-medication').key}`, {
      method: 'POST',
      headers,
    });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      call.destroy();
    });
    call.on('error', (error) => resolve(error.message));
    const piece = Buffer.alloc(65_536, 32);
    let left = bytes;
    const more = () => {
      while (left > 0 && !call.destroyed) {
        const size = Math.min(left, piece.length);
        left -= size;
        if (!call.write(piece.subarray(0, size))) return void call.once('drain', more);
      }
      call.end();
    };
    more();
  });
}

export const tooLarge: Fault = {
  key: 'too-large',
  fault: () => 'body over the limit by a byte, by 2 MB, by 30 MB, with and without Content-Length',
  must: '413 each time',
  run: async (instance) => {
    await instance.empty();
    const answers: (number | string)[] = [];
    for (const declared of [true, false])
      for (const bytes of sizes) answers.push(await send(instance, bytes, declared));
    const rows = await instance.everyone().rows('select 1 from "LedgerEvent"');
    return outcome(
      [`answered ${answers.join(', ')}`, answers.every((answer) => answer === 413)],
      [`${rows.length} stored`, rows.length === 0],
    );
  },
};
