import { expect, test } from 'vitest';
import { type DeadLetterFilter, replayFields } from '#lib/contract/dead-letters/dead-letter-filter';
import { replayOf } from '#lib/contract/dead-letters/dead-letter-queries';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import { chosenBy } from './replay-view.ts';

const load = (address: string) => Object.fromEntries(new URL(address, 'https://example.test').searchParams);

test('every word of the filter of dead letters is what a replay is asked for when it is opened from there', () => {
  const [cause] = deadLetterCauses;
  const [state] = deadLetterStates;
  const words: DeadLetterFilter = {
    ...{ cause, state, fingerprint: 'f1', source: 'osigu', type: 'prescription.issued', q: 'rx_1' },
    ...{ amendment: 'proposed', status: 'ignored' },
    ...{ from: '2026-11-12T12:00:00.000Z', to: '2026-11-13T12:00:00.000Z' },
  };
  expect(Object.keys(words).sort()).toEqual(Object.keys(replayFields).sort());
  expect(chosenBy(load(replayOf(words)))).toEqual({ filter: words });
  expect(chosenBy(load(replayOf({ ids: [3, 5] })))).toEqual({ ids: [3, 5] });
});
