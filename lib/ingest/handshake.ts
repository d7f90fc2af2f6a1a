import { knownSource } from './known-sources.ts';
import { nowByDatabase } from './now.ts';

/**
 * CloudEvents' HTTP WebHook abuse protection: a source asks whether it may post here. Null: no such source. A source is identified by its
 * signature, not by its origin, so the origin that asks is allowed; the rate is the source's own where it has one.
 */
export async function handshake(key: string, headers: Headers): Promise<Record<string, string> | null> {
  const source = await knownSource(key, await nowByDatabase());
  if (!source || source.disabled) return null;
  const origin = headers.get('webhook-request-origin');
  const perMinute = source.ratePerSecond === null ? '*' : String(source.ratePerSecond * 60);
  return {
    allow: 'POST',
    ...(origin === null ? {} : { 'webhook-allowed-origin': origin.slice(0, 256), 'webhook-allowed-rate': perMinute }),
  };
}
