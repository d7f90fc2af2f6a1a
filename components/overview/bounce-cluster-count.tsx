'use client';

import { useQuery } from '@tanstack/react-query';
import { bounceClusterCountQuery } from '#lib/contract/follow-ups/follow-up-queries';
import { OpenCount } from './open-count.tsx';

export function BounceClusterCount() {
  return <OpenCount count={useQuery(bounceClusterCountQuery).data?.count} />;
}
