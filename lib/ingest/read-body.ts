/**
 * The whole body as raw bytes, or the reason why there is none. Never hands on a part: a body that is too large is dropped at the first
 * byte over the limit.
 */
export type ReadBody =
  | { readonly ok: true; readonly raw: Uint8Array }
  | { readonly ok: false; readonly fault: 'too-large' | 'cut-off' };

export async function readBody(request: Request, limit: number): Promise<ReadBody> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > limit) return { ok: false, fault: 'too-large' };
  try {
    if (declared !== null) {
      const raw = new Uint8Array(await request.arrayBuffer());
      return raw.length > limit ? { ok: false, fault: 'too-large' } : { ok: true, raw };
    }
    return await readStream(request, limit);
  } catch {
    // The sender hung up or was cut for slowness: there is nobody to answer, and nothing was kept.
    return { ok: false, fault: 'cut-off' };
  }
}

async function readStream(request: Request, limit: number): Promise<ReadBody> {
  if (!request.body) return { ok: true, raw: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > limit) return { ok: false, fault: 'too-large' };
    chunks.push(chunk);
  }
  return { ok: true, raw: new Uint8Array(Buffer.concat(chunks)) };
}
