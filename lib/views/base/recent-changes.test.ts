import { expect, test } from 'vitest';
import { RecentChanges } from './recent-changes.ts';

const second = 1_000;
const rendered = 100 * second;

function listeningSince(begin: number): RecentChanges<string> {
  const changes = new RecentChanges<string>();
  changes.begin(begin);
  return changes;
}

test('a page gets the changes after its rendering, and those so shortly before that it may lack them', () => {
  const changes = listeningSince(0);
  changes.remember('long before', rendered - 30 * second);
  changes.remember('just before', rendered - second);
  changes.remember('after', rendered + second);
  expect(changes.since(rendered)).toEqual(['just before', 'after']);
});

test('a page gets no message where nothing changed', () => {
  expect(listeningSince(0).since(rendered)).toEqual([]);
});

test.each([
  ['nothing is being heard', () => new RecentChanges<string>()],
  ['the process listens only since the page was rendered', () => listeningSince(rendered)],
  [
    'the connection was lost in between',
    () => {
      const changes = listeningSince(0);
      changes.end();
      return changes;
    },
  ],
  [
    'what it needs is no longer remembered',
    () => {
      const changes = listeningSince(0);
      for (const at of [rendered, rendered + second, rendered + 120 * second]) changes.remember('change', at);
      return changes;
    },
  ],
])('what a page lacks is not known when %s', (_, changes) => {
  expect(changes().since(rendered)).toBeNull();
});

test('what is remembered stays bounded, and what fell out is not claimed to be known', () => {
  const changes = listeningSince(0);
  for (let count = 0; count < 6_000; count++) changes.remember('change', rendered + count);
  expect(changes.since(rendered + 5_999)).toBeNull();
  expect(changes.since(rendered + 5_999 + 5 * second)).toEqual(['change']);
});
