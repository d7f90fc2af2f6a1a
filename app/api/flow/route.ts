import { route } from '#lib/http';
import { getFlow } from '#lib/views/flow/flow';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'flow.read' }, async ({ account }) => getFlow(account));
