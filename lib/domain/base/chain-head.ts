/** Reads `{place}:{sha-256 in hex}`, as the check prints a chain's head. Null for anything else. */
export function readHead(text: string): { readonly sealedSeq: bigint; readonly hash: string } | null {
  const found = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim());
  const [, place, hash] = found ?? [];
  return place === undefined || hash === undefined ? null : { sealedSeq: BigInt(place), hash };
}
