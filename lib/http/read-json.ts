/** Bodies of our own pages are short: reasons, filters, ids. */
const largest = 65_536;

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: 'too-large' | 'not-json' };

/** Reads at most 64 KiB, whatever Content-Length says, and parses it. */
export async function readJson(request: Request): Promise<ReadJson> {
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
