import { route } from '#lib/http';
import { countOpenRecalls } from '#lib/views/recalls/recalls';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'recalls.act' }, async ({ account }) => countOpenRecalls(account));
