'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { nameOf } from '#components/follow-ups/follow-up-columns';
import { MedicinesInline } from '#components/prescriptions/medicine';
import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import { followUpLaneIcons } from './lanes.ts';

type Props = {
  readonly title: string;
  readonly rows: readonly FollowUpRow[];
  readonly tell: (row: FollowUpRow) => ReactNode;
};

/** Tasks that need nothing now, folded away: each with its word. */
export function FoldedRows({ title, rows, tell }: Props) {
  if (rows.length === 0) return <p className="text-ink-3 text-sm">{title}</p>;
  return (
    <details className="rounded-lg border border-line bg-card">
      <summary className="cursor-pointer px-3 py-2 font-semibold text-ink-2 text-sm">{title}</summary>
      <ul className="divide-y divide-line border-line border-t">
        {rows.map((row) => {
          const Icon = followUpLaneIcons[row.lane];
          return (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-2 text-sm">
              <Icon aria-hidden className="text-ink-3" />
              <Link
                prefetch={false}
                className="font-semibold"
                href={`/prescriptions/${encodeURIComponent(row.prescriptionId)}`}
              >
                {nameOf(row)}
              </Link>
              <span className="min-w-0 text-ink-2">
                <MedicinesInline medications={row.medications} />
              </span>
              <span className="ml-auto text-ink-2">{tell(row)}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
