import { expect, test } from 'vitest';
import { Conflict, NotFound } from '#lib/domain/base/refusal';
import { requireFirst, requireRow, requireState, requireUnchanged } from './if-unchanged.ts';

const second = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Conflict || error instanceof NotFound ? { status: error.status, code: error.code } : error;
  }
  return 'let through';
};

test.each([
  ['sees the version that there is', () => requireUnchanged({ version: 3 }, 3), 'let through'],
  ['saw an older version', () => requireUnchanged({ version: 4 }, 3), { status: 409, code: 'changed' }],
  ['finds the state that the action needs', () => requireState(true, 'closed', 'It is closed.'), 'let through'],
  ['finds another state', () => requireState(false, 'closed', 'It is closed.'), { status: 409, code: 'closed' }],
  ['writes first', () => requireFirst(true, 'key-taken', 'The key is in use.'), 'let through'],
  ['writes second', () => requireFirst(false, 'key-taken', 'The key is in use.'), { status: 409, code: 'key-taken' }],
  ['locks a row that is there', () => requireRow({ id: 'a' }), 'let through'],
  ['locks a row that is gone', () => requireRow(null), { status: 404, code: 'not-found' }],
])('a person who %s is answered so', (_, work, answer) => {
  expect(second(work)).toEqual(answer);
});
