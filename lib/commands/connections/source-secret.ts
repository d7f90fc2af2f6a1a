import { randomBytes } from 'node:crypto';
import { Invalid } from '#lib/domain/base/refusal';
import type { WireFormatName } from '#lib/domain/base/system';
import { secretFault } from '#lib/domain/ledger/source-rules';

const bytes = 32;

/** A fresh Standard Webhooks secret of 32 random bytes. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(bytes).toString('base64')}`;

/**
 * The secret that a source is to have: what its sender has issued, or one made here.
 * @throws Invalid `body.secret` where the given one cannot be a secret of that format
 */
export function secretFor(
  format: WireFormatName,
  given: string | undefined,
): { readonly secret: string; readonly made: boolean } {
  if (given === undefined) {
    const made = format === 'standard' ? newWebhookSecret() : randomBytes(bytes).toString('base64url');
    return { secret: made, made: true };
  }
  const fault = secretFault(format, given.trim());
  if (fault !== null) throw new Invalid([`body.secret: ${fault}`]);
  return { secret: given.trim(), made: false };
}
