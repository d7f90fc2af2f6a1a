import { scalar, unlike } from '../scalar.ts';
import { Unreadable } from '../unreadable.ts';

const roman: Readonly<Record<string, string>> = {
  '2': 'II',
  '3': 'III',
  '4': 'IV',
  '5': 'V',
  II: 'II',
  III: 'III',
  IV: 'IV',
  V: 'V',
};

/** The words before the schedule's number: `Schedule II`, `DEA Sched. 2`, `C-II`, `Lista II` (Guatemala, Mexico). */
const before = /^(?:(?:DEA )?SCHED(?:ULE|\.)?|LISTA|C)[\s-]*/;
/** The DEA writes N behind the number of one that is no narcotic: `2N`, `C-IIN`, `II-N`. */
const nonNarcotic = /[\s-]*N$/;

/** A controlled schedule, II to V, however it is written: `II`, `C-II`, `CII`, `2`, `2N`, `CIIN`, `Schedule II`, `Lista II`. */
export const schedule = scalar((value) => {
  if (typeof value !== 'string' && typeof value !== 'number') return unlike('text', value);
  const bare = String(value).trim().toUpperCase().replace(before, '').replace(nonNarcotic, '');
  return (Object.hasOwn(roman, bare) ? roman[bare] : undefined) ?? new Unreadable('a schedule from II to V', 'another');
});
