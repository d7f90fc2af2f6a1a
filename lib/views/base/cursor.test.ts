import { expect, test } from 'vitest';
import { Invalid } from '#lib/domain/base/refusal';
import { type CursorPart, decodeCursor, encodeCursor } from './cursor.ts';

const at = '2026-11-12T08:00:00.000Z';

test('a cursor comes back as it was handed out, and none is the beginning', () => {
  const parts = ['number', 'instant', 'day', 'text'] as const satisfies readonly CursorPart[];
  expect(decodeCursor(encodeCursor([-1, at, '2027-01-31', 'osigu:rx_1']), parts)).toEqual([
    ...['-1', at, '2027-01-31', 'osigu:rx_1'],
  ]);
  for (const none of [undefined, '']) expect(decodeCursor(none, parts)).toBeNull();
});

const foreign: readonly (readonly [parts: readonly CursorPart[], cursor: string])[] = [
  [['instant', 'text'], encodeCursor(['x', 'y'])],
  [['instant', 'number'], encodeCursor([at, 'osigu:rx_1'])],
  [['instant', 'text'], encodeCursor(['2026-02-30T08:00:00.000Z', 'y'])],
  [['instant', 'text'], encodeCursor(['2026-11-12', 'y'])],
  [['number'], encodeCursor(['x'])],
  [['number'], encodeCursor(['99999999999999999999'])],
  [['number'], encodeCursor(['1e3'])],
  [['day', 'text'], encodeCursor(['', 'y'])],
  [['text'], encodeCursor(['\u0000'])],
  [['text'], encodeCursor(['\ud800'])],
  [['text'], encodeCursor(['x', 'y'])],
  [['text'], Buffer.from('[{}]').toString('base64url')],
  [['text'], Buffer.from('"x"').toString('base64url')],
  [['text'], 'no cursor'],
];

test.each(foreign)(
  'what another list, or nobody, handed out is refused as a fault of the request: %j %s',
  (parts, cursor) => {
    expect(() => decodeCursor(cursor, parts)).toThrow(Invalid);
  },
);
