'use client';

import { useQuery } from '@tanstack/react-query';
import { openRecallCountQuery } from '#lib/contract/recalls/recall-queries';
import { OpenCount } from './open-count.tsx';

export function RecallCount() {
  return <OpenCount count={useQuery(openRecallCountQuery).data?.count} />;
}
