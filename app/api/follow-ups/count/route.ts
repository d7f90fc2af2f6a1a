import { route } from '#lib/http';
import { countOpenFollowUps } from '#lib/views/follow-ups/follow-ups';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'follow-ups.read' }, async ({ account }) => countOpenFollowUps(account));
