import { env } from '#lib/env';

/** True where this instance is a demo: with invented people, and an inbox in place of outgoing email. */
export function isDemo(): boolean {
  return env().SCRIPTLINE_DEMO === '1';
}
