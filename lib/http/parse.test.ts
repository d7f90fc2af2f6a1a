import { expect, test } from 'vitest';
import { z } from 'zod';
import { Invalid, NotFound } from '#lib/domain/refusal';
import { parseParams, parseQuery } from './parse.ts';

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
