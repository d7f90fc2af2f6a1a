'use client';

import { LotRecord } from '#components/stock/lot-record';
import { LotPeople } from './lot-people.tsx';

type Props = { readonly id: string; readonly me: string; readonly mayRelease: boolean };

/** A lot's record together with the people who received it. */
export function LotScreen(props: Props) {
  return (
    <LotRecord
      {...props}
      people={({ stockItemId, lotNumber, people }) => (
        <LotPeople stockItem={stockItemId} lot={lotNumber} count={people} />
      )}
    />
  );
}
