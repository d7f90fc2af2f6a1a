import { expect, test } from 'vitest';
import { describeError, makeLogger } from './log.ts';

test('what should never have come this far is dropped, one level down too', () => {
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
  const said = describeError(error);
  expect(said).toMatchObject({ error: 'TypeError', errorCode: 'E1' });
  expect(said.at).toContain('log.test');
  expect(JSON.stringify(said)).not.toContain('Solares');
  expect(describeError('Ana Solares')).toEqual({ error: 'string' });
});
