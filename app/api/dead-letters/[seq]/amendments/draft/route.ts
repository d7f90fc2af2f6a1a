import { draftAmendment } from '#lib/commands/dead-letters/amend';
import { route } from '#lib/http';
import { decisionBody, letterParams } from '#lib/http/dead-letters/amendment-schema';

export const POST = route(
  { permission: 'amendments.propose', params: letterParams, body: decisionBody },
  async ({ account, params: { seq }, body, requestId }) => draftAmendment(account, { seq, requestId }, body.reason),
);
