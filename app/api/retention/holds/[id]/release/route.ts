import { releaseLegalHold } from '#lib/commands/retention/legal-hold';
import { route } from '#lib/http';
import { holdParams, whyBody } from '#lib/http/retention/retention-schema';

export const POST = route(
  { permission: 'retention.manage', params: holdParams, body: whyBody },
  async ({ account, params, body, requestId }) => releaseLegalHold(account, params.id, body.reason, requestId),
);
