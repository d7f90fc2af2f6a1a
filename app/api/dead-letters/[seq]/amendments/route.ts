import { amend } from '#lib/commands/amend';
import { route } from '#lib/http';
import { amendmentBody, letterParams } from '#lib/http/amendment-bodies';

export const POST = route(
  { permission: 'amendments.propose', params: letterParams, body: amendmentBody },
  async ({ account, params: { seq }, body, requestId }) => amend(account, { seq, requestId }, body),
);
