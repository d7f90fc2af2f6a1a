import { correctRegister } from '#lib/commands/register/correct-register';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { registerCorrectionSchema } from '#lib/http/register/register-schema';

export const POST = route(
  { permission: 'register.correct', body: registerCorrectionSchema },
  async ({ request, account, body, requestId }) => correctRegister(account, body, idempotencyKeyOf(request), requestId),
);
