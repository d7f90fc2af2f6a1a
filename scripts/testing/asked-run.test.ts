import { expect, test } from 'vitest';
import { askedRun } from './asked-run.ts';

test.each([
  [[], { lane: 'full', stage: undefined, files: [] }],
  [['unit', 'a.test.ts'], { lane: 'full', stage: 'unit', files: ['a.test.ts'] }],
  [['--lane', 'quick'], { lane: 'quick', stage: undefined, files: [] }],
  [['--lane=nightly', 'e2e'], { lane: 'nightly', stage: 'e2e', files: [] }],
])('npm test -- %j', (words, asked) => {
  expect(askedRun(words)).toEqual(asked);
});

test('a lane that does not exist is named with those that do', () => {
  expect(() => askedRun(['--lane', 'slow'])).toThrow('There is no lane slow: choose from quick, full, nightly.');
  expect(() => askedRun(['--lane'])).toThrow('There is no lane ');
});
