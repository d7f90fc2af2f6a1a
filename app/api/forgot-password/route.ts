import { after } from 'next/server';
import { forgotPassword } from '#lib/commands/access/forgot-password';
import { forgotBody } from '#lib/http/access/access-schema';
import { inBackground } from '#lib/http/base/in-background';
import { publicMutation } from '#lib/http/base/public-mutation';

/** The same answer, after the same time, whether there is such an account or not: the work for an existing one is done afterwards. */
export const POST = publicMutation(forgotBody, async ({ body, requestId }) => {
  after(inBackground('password.forgotten', requestId, () => forgotPassword(body.email, requestId)));
  return Response.json({}, { status: 202 });
});
