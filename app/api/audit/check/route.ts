import { checkChain } from '#lib/commands/check-chain';
import { route } from '#lib/http';
import { checkBody } from '#lib/http/audit-requests';

export const POST = route({ permission: 'audit.read', body: checkBody }, async ({ account, body, requestId }) =>
  checkChain(account, body, requestId),
);
