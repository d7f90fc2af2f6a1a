import { route } from '#lib/http';
import { readableIgnored } from '#lib/views/dead-letters/dead-letter-groups';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'dead-letters.read' }, async ({ account }) => readableIgnored(account));
