import { expect, test } from 'vitest';
import { describeError, makeLogger } from './log.ts';

test('fields that must never reach the log are dropped, one level down too', () => {
  const lines: string[] = [];
  const logger = makeLogger('info', { write: (line) => lines.push(line) });
  logger.info({ requestId: 'req_1', email: 'ana@example.test', patient: { name: 'Ana', id: 'pat_1' } }, 'x');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('req_1');
  expect(lines[0]).toContain('pat_1');
  expect(lines[0]).not.toMatch(/ana/i);
});

test('of an error only its class, code and place are written, never its words', () => {
  const error = Object.assign(new TypeError('cannot read "Ana Solares"\n  of patient'), { code: 'E1' });
  const described = describeError(error);
  expect(described).toMatchObject({ error: 'TypeError', errorCode: 'E1' });
  expect(described.at?.[0]).toContain('log.test');
  expect(JSON.stringify(described)).not.toContain('Solares');
  expect(describeError('Ana Solares')).toEqual({ error: 'string' });
});

test('each text of a line is cut to a few hundred letters, however deep it is and whatever its name', () => {
  const lines: string[] = [];
  const long = 'x'.repeat(1_000_000);
  const logger = makeLogger('info', { write: (line) => lines.push(line) });
  logger.info(
    { code: long, a: { b: [{ c: long }] }, [long]: 1, list: Array.from({ length: 10_000 }, () => long) },
    'x',
  );
  expect(lines[0]?.length).toBeLessThan(30_000);
  expect(lines[0]).toContain(`${'x'.repeat(300)}…`);
  expect(lines[0]).not.toContain('x'.repeat(301));
});
