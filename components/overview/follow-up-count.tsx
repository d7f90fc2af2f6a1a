'use client';

import { useQuery } from '@tanstack/react-query';
import { followUpCountQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { OpenCount } from './open-count.tsx';

export function FollowUpCount() {
  return <OpenCount count={useQuery(followUpCountQuery).data?.total} />;
}
