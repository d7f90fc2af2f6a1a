import { amend } from '#lib/commands/amend';
import { route } from '#lib/http';
import { amendmentBody, largestAmendment, letterParams } from '#lib/http/amendment-bodies';

export const POST = route(
  { permission: 'amendments.propose', params: letterParams, body: amendmentBody, largestBody: largestAmendment },
  async ({ account, params: { seq }, body, requestId }) => amend(account, { seq, requestId }, body),
);
