import { checkChain } from '#lib/commands/ledger/check-chain';
import { route } from '#lib/http';
import { checkBody } from '#lib/http/ledger/audit-schema';

export const POST = route({ permission: 'audit.read', body: checkBody }, async ({ account, body, requestId }) =>
  checkChain(account, body, requestId),
);
