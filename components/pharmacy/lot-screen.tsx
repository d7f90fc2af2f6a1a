'use client';

import { LotPeople } from '#components/pharmacy/lot-people';
import { LotRecord } from '#components/pharmacy/lot-record';

type Props = { readonly id: string; readonly me: string; readonly mayRelease: boolean };

/** A lot's record together with the people who were given of it. */
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
