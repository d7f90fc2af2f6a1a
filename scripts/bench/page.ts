import { gzipSync } from 'node:zlib';
import type { Bench } from './bench.ts';
import { fillByProcessing } from './fill.ts';
import { benchInstance } from './instance.ts';

/** The scripts that a page names in its HTML, as a browser that knows gzip is sent them. */
export async function page({ server, say, found }: Bench): Promise<void> {
  const instance = await benchInstance(server, await server.database('page'));
  try {
    await fillByProcessing(instance, 200);
    const [row] = await instance.database.query<{ id: string }>(
      `select id from "Prescription" where "prescriberId" like '%demo_ana' limit 1`,
    );
    const routes = [
      { path: '/sign-in', email: null, reach: 200 },
      { path: '/prescriptions', email: 'doctor@demo.test', reach: 230 },
      { path: `/prescriptions/${row?.id}`, email: 'doctor@demo.test', reach: 230 },
      { path: '/events', email: 'admin@demo.test', reach: 230 },
    ];
    for (const { path, email, reach } of routes) {
      const cookie = email === null ? '' : await instance.signIn(email);
      const answer = await fetch(`${instance.baseUrl}${path}`, { headers: { cookie } });
      const html = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      const sources = new Set(
        [...html.matchAll(/<script[^>]*?\ssrc="([^"]+)"(?![^>]*nomodule)/gi)].map(([, src]) => src),
      );
      let bytes = 0;
      for (const src of sources) {
        // Node's fetch undoes the compression: the bytes on the wire are made again, as the server makes them.
        const script = await fetch(new URL(src ?? '', instance.baseUrl));
        bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
      }
      const kilobytes = bytes / 1024;
      const name = path.replace(/:.*|(?<=prescriptions\/).*/, '…');
      say(`${name}  ${sources.size} scripts  ${kilobytes.toFixed(0)} KB`);
      const sent = { section: 'page', what: `${name}: script sent, gzip`, against: 'bare Next: 135 KB' };
      found({ ...sent, rounds: [kilobytes], unit: 'KB', reach: { at: 'most', value: reach } });
    }
  } finally {
    await instance.stop();
  }
}
