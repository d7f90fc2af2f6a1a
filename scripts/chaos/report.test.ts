import { expect, test } from 'vitest';
import { reportOf } from './report.ts';

const line = (fault: string, figures: string, held = true) => ({ fault, must: 'hold', figures, held });
const rows = (report: string) => report.split('\n').filter((one) => /^\| [a-z]+ \| hold/.test(one));

test('a row that was run again takes its place; the others, and how long all take, stand as they were', () => {
  const whole = reportOf([line('a', '1', false), line('b', '2')], 17);
  const again = reportOf([line('a', '3'), line('c', '4')], null, whole);
  expect(rows(again)).toEqual(['| a | hold | 3 | yes |', '| b | hold | 2 | yes |', '| c | hold | 4 | yes |']);
  expect(again).toContain('together take 17 minutes');
  expect(rows(reportOf([line('b', '5')], 18, again))).toEqual(['| b | hold | 5 | yes |']);
});
