import type { DateTimeFormatOptions, useFormatter } from 'next-intl';

type Format = Pick<ReturnType<typeof useFormatter>, 'dateTime'>;

const day = { day: 'numeric', month: 'short' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const named = { ...clock, second: '2-digit', timeZoneName: 'short' } as const;

/** The ways a date is written: in one zone, and with its year wherever that is not the zone's present one. */
export interface Dated {
  /** `5 Mar`, or `5 Mar 2024`. */
  readonly day: (at: Date) => string;
  /** `5 Mar, 15:05`, or `5 Mar 2024, 15:05`. */
  readonly moment: (at: Date) => string;
  /** To the second, with its year and the zone. */
  readonly full: (at: Date) => string;
}

export function datedIn(format: Format, timeZone: string, now: Date): Dated {
  const yearOf = (at: Date) => format.dateTime(at, { year: 'numeric', timeZone });
  const present = yearOf(now);
  const write = (at: Date, options: DateTimeFormatOptions) => {
    const year = yearOf(at) === present ? {} : ({ year: 'numeric' } as const);
    return format.dateTime(at, { ...options, ...year, timeZone });
  };
  return {
    day: (at) => write(at, day),
    moment: (at) => write(at, { ...day, ...clock }),
    full: (at) => format.dateTime(at, { ...day, ...named, year: 'numeric', timeZone }),
  };
}
