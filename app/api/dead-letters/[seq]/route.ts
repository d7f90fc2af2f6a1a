import { route } from '#lib/http';
import { letterParams } from '#lib/http/amendment-bodies';
import { getDeadLetter } from '#lib/views/dead-letter-detail';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'dead-letters.read', params: letterParams }, async ({ account, params }) =>
  getDeadLetter(account, params.seq),
);
