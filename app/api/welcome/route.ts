import { setPassword } from '#lib/commands/set-password';
import { passwordBody } from '#lib/http/access-bodies';
import { openAct } from '#lib/http/open-act';

export const POST = openAct(passwordBody, async ({ body, requestId }) =>
  setPassword(body.token, body.password, requestId),
);
