import type { Formats } from 'next-intl';

/** The ways a clock or a number is written here; the zone is the tenant's and comes from the provider. Dates: `dated.ts`. */
export const formats = {
  dateTime: {
    clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  },
  number: { count: { maximumFractionDigits: 0 } },
} as const satisfies Formats;
