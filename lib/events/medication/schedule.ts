import { Refusal } from '../refusal.ts';
import { scalar, unlike } from '../scalar.ts';

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

/** A controlled schedule, II to V, however it is written: `II`, `C-II`, `CII`, `2`, `Schedule II`. */
export const schedule = scalar((value) => {
  if (typeof value !== 'string' && typeof value !== 'number') return unlike('text', value);
  const bare = String(value)
    .trim()
    .toUpperCase()
    .replace(/^(?:(?:DEA )?SCHED(?:ULE|\.)?|C)[\s-]*/, '');
  return (Object.hasOwn(roman, bare) ? roman[bare] : undefined) ?? new Refusal('a schedule from II to V', 'another');
});
