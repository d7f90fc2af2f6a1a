import type { Json } from '#lib/domain/base/json/json';

/** Bodies of our own pages are short: reasons, filters, ids. */
const usual = 65_536;

/** The largest size in bytes of a body that carries a text of so many letters: JSON and UTF-8 together make of one at most four, for usual texts. */
export const bodyWith = (letters: number): number => usual + 4 * letters;

export type ReadJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly fault: 'too-large' | 'not-json' };

/** Reads at most 64 KiB, or what its route allows, whatever Content-Length says, and parses it. */
export async function readJson(request: Request, largest = usual): Promise<ReadJson> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) return { ok: false, fault: 'too-large' };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, fault: 'not-json' };
  }
}
