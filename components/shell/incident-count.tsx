'use client';

import { useQuery } from '@tanstack/react-query';
import { OpenCount } from '#components/shell/open-count';
import { incidentCountQuery } from '#lib/queries/follow-up-queries';

export function IncidentCount() {
  return <OpenCount count={useQuery(incidentCountQuery).data?.count} />;
}
