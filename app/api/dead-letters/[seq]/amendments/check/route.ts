import { checkAmendment } from '#lib/commands/dead-letters/amend';
import { route } from '#lib/http';
import { amendmentText, largestAmendment, letterParams } from '#lib/http/dead-letters/amendment-schema';

export const POST = route(
  { permission: 'amendments.propose', params: letterParams, body: amendmentText, largestBody: largestAmendment },
  async ({ account, params: { seq }, body }) => checkAmendment(account, seq, body.text),
);
