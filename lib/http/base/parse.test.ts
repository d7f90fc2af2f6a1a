import { expect, test } from 'vitest';
import { z } from 'zod';
import { Invalid, NotFound } from '#lib/domain/base/refusal';
import { parseBody, parseParams, parseQuery } from './parse.ts';

const anything = z.object({ id: z.string().optional(), q: z.string().optional() });

test.each(['osigu:\u0000', 'osigu:\ud800'])('an id that no database can hold is not there: %j', (id) => {
  expect(() => parseParams(anything, { id })).toThrow(NotFound);
});

test.each(['q=%00', 'q=rx%00_1', 'q=a&q=%00'])(
  'a search for what no database can hold is a fault of the request: %s',
  (query) => {
    expect(() => parseQuery(anything, `http://127.0.0.1/api/events?${query}`)).toThrow(Invalid);
  },
);

test('any other text is searched for as it is', () => {
  expect(parseQuery(anything, 'http://127.0.0.1/?q=L%C3%ADa%20100%25')).toEqual({ q: 'Lía 100%' });
  expect(parseParams(anything, { id: 'osigu:rx%25' })).toEqual({ id: 'osigu:rx%25' });
});

test.each([
  ['typed \u0000', ['body.reason']],
  ['\ud83d', ['body.reason']],
  ['😀 whole', null],
])('what a person types in a form is refused by its place when no database can hold it: %j', async (reason, paths) => {
  const request = new Request('http://localhost/', { method: 'POST', body: JSON.stringify({ reason }) });
  const read = parseBody(z.object({ reason: z.string() }), request);
  if (paths === null) expect(await read).toEqual({ reason });
  else await expect(read).rejects.toMatchObject({ status: 422, paths });
});
