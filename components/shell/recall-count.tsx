'use client';

import { useQuery } from '@tanstack/react-query';
import { OpenCount } from '#components/shell/open-count';
import { openRecallCountQuery } from '#lib/queries/recall-queries';

export function RecallCount() {
  return <OpenCount count={useQuery(openRecallCountQuery).data?.count} />;
}
