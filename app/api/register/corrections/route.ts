import { correctRegister } from '#lib/commands/correct-register';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { correctionBody } from '#lib/http/register-bodies';

export const POST = route(
  { permission: 'register.correct', body: correctionBody },
  async ({ request, account, body, requestId }) => correctRegister(account, body, idempotencyKeyOf(request), requestId),
);
