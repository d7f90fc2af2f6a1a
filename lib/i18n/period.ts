import { zonedInstant } from './zoned.ts';

const day = 86_400_000;

/** The instants of a period of whole days (`YYYY-MM-DD`, empty is open) in a zone; the last day counts in full. */
export function periodInstants(from: string, to: string, zone: string): { from?: string; to?: string } {
  const start = from === '' ? null : zonedInstant(`${from}T00:00:00`, zone);
  const after = to === '' ? '' : new Date(Date.parse(`${to}T00:00:00Z`) + day).toISOString().slice(0, 10);
  const end = after === '' ? null : zonedInstant(`${after}T00:00:00`, zone);
  return { ...(start === null ? {} : { from: start }), ...(end === null ? {} : { to: end }) };
}
