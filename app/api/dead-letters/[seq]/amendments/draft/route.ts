import { draftAmendment } from '#lib/commands/amend';
import { route } from '#lib/http';
import { decisionBody, letterParams } from '#lib/http/amendment-bodies';

export const POST = route(
  { permission: 'amendments.propose', params: letterParams, body: decisionBody },
  async ({ account, params: { seq }, body, requestId }) => draftAmendment(account, { seq, requestId }, body.reason),
);
