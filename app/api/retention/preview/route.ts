import { route } from '#lib/http';
import { previewPurge } from '#lib/views/retention/retention';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'retention.manage' }, async ({ account }) => previewPurge(account));
