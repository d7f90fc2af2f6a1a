import { inviteAccount } from '#lib/commands/access/invite-account';
import { accountsList } from '#lib/contract/access/accounts-list';
import { route } from '#lib/http';
import { inviteBody } from '#lib/http/access/access-schema';
import { listAccounts } from '#lib/views/access/access';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(accountsList, listAccounts);

export const POST = route({ permission: 'access.manage', body: inviteBody }, async ({ account, body, requestId }) =>
  inviteAccount(account, body, requestId),
);
