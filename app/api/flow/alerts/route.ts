import { route } from '#lib/http';
import { listOpsAlerts } from '#lib/views/flow/ops-alerts';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'flow.read' }, async ({ account }) => listOpsAlerts(account));
