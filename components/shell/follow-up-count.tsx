'use client';

import { useQuery } from '@tanstack/react-query';
import { OpenCount } from '#components/shell/open-count';
import { followUpCountQuery } from '#lib/queries/follow-up-queries';

export function FollowUpCount() {
  return <OpenCount count={useQuery(followUpCountQuery).data?.total} />;
}
