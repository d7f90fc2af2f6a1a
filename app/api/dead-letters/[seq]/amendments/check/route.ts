import { checkAmendment } from '#lib/commands/amend';
import { route } from '#lib/http';
import { amendmentText, largestAmendment, letterParams } from '#lib/http/amendment-bodies';

export const POST = route(
  { permission: 'amendments.propose', params: letterParams, body: amendmentText, largestBody: largestAmendment },
  async ({ account, params: { seq }, body }) => checkAmendment(account, seq, body.text),
);
