import { expect, test } from 'vitest';
import { isTimeZone } from '#lib/domain/base/time/time-zone';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { tenantArguments } from './tenant-arguments.ts';

const rules = { isEmailAddress, isTimeZone };
const right = [
  '--id',
  'north',
  '--name',
  'North Clinic',
  '--zone',
  'America/Guatemala',
  '--admin',
  'Eva@North.Example',
];
const faultOf = (args: readonly string[]) => {
  try {
    tenantArguments(args, rules);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

test('what is asked is read, with what is left out', () => {
  expect(tenantArguments(right, rules)).toEqual({
    ...{ tenantId: 'north', name: 'North Clinic', timeZone: 'America/Guatemala', locale: 'en', wireIds: [] },
    admin: { email: 'eva@north.example', name: 'eva' },
  });
  const more = [...right, '--language', 'es', '--wire-id', 'ten_1', '--wire-id', 'ten_2', '--admin-name', 'Eva Norte'];
  expect(tenantArguments(more, rules)).toMatchObject({
    ...{ locale: 'es', wireIds: ['ten_1', 'ten_2'] },
    admin: { name: 'Eva Norte' },
  });
});

test('everything that is missing is named at once, with how to say it', () => {
  const fault = faultOf([]);
  for (const option of ['--id', '--name', '--zone', '--admin', 'npm run tenant:create'])
    expect(fault).toContain(option);
});

test.each([
  [['--id', 'North Clinic'], '--id must be'],
  [['--id', '*'], '--id must be'],
  [['--zone', 'Guatemala'], '--zone must be'],
  [['--admin', 'eva'], '--admin must be'],
  [['--language', 'fr'], '--language must be'],
  [['--role', 'admin'], "Unknown option '--role'"],
])('%j is refused: %s', (wrong, words) => {
  expect(faultOf([...right, ...wrong])).toContain(words);
});
