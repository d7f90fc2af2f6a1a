import { env } from '#lib/env';

/** Whether this instance is a demo: with invented people, and an inbox where mails would go out. */
export function isDemo(): boolean {
  return env().SCRIPTLINE_DEMO === '1';
}
