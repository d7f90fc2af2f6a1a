import { createSource } from '#lib/commands/connections/create-source';
import { route } from '#lib/http';
import { newSourceBody } from '#lib/http/connections/source-schema';
import { listSources } from '#lib/views/connections/sources';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'sources.read' }, async ({ account }) => listSources(account));

export const POST = route({ permission: 'sources.manage', body: newSourceBody }, async ({ account, body, requestId }) =>
  createSource(account, body, requestId),
);
