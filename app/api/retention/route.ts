import { route } from '#lib/http';
import { getRetention } from '#lib/views/retention/retention';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'retention.manage' }, async ({ account }) => getRetention(account));
