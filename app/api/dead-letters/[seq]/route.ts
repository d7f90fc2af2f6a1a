import { route } from '#lib/http';
import { letterParams } from '#lib/http/dead-letters/amendment-schema';
import { getDeadLetter } from '#lib/views/dead-letters/dead-letter-detail';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'dead-letters.read', params: letterParams }, async ({ account, params }) =>
  getDeadLetter(account, params.seq),
);
