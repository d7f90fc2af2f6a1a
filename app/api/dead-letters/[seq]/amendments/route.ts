import { amend } from '#lib/commands/dead-letters/amend';
import { route } from '#lib/http';
import { amendmentBody, largestAmendment, letterParams } from '#lib/http/dead-letters/amendment-schema';

export const POST = route(
  { permission: 'amendments.propose', params: letterParams, body: amendmentBody, largestBody: largestAmendment },
  async ({ account, params: { seq }, body, requestId }) => amend(account, { seq, requestId }, body),
);
