import { inviteAccount } from '#lib/commands/access/invite-account';
import { route } from '#lib/http';
import { inviteBody } from '#lib/http/access/access-schema';
import { listFilter } from '#lib/http/base/list-query';
import { listAccounts } from '#lib/views/access/access';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'access.read', query: listFilter }, async ({ account, query }) =>
  listAccounts(account, query),
);

export const POST = route({ permission: 'access.manage', body: inviteBody }, async ({ account, body, requestId }) =>
  inviteAccount(account, body, requestId),
);
