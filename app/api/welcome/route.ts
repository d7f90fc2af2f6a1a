import { setPassword } from '#lib/commands/access/set-password';
import { passwordBody } from '#lib/http/access/access-schema';
import { publicMutation } from '#lib/http/base/public-mutation';

export const POST = publicMutation(passwordBody, async ({ body, requestId }) =>
  setPassword(body.token, body.password, requestId),
);
