import { type SendOutcome, storableOutcome } from '#lib/domain/mail/outbox';

/** The end of an SMTP conversation: the server's reply where it gave one, the command it answered, and whether the email had been handed over. */
export type SmtpFailure = {
  readonly message: string;
  readonly command: string | undefined;
  readonly response: string | undefined;
  readonly handedOver: boolean;
};

/**
 * The class of the server's own reply decides, at whatever stage it was given (RFC 5321, 4.2.1): 5yz will not change, 4yz may. Without a reply,
 * a mail that was being handed over may have been taken; before that it was not.
 */
export function smtpOutcome(failure: SmtpFailure): SendOutcome {
  const { response, handedOver } = failure;
  const reply = response ?? failure.message;
  const stage = failure.command ?? 'CONN';
  const code = /^[45]\d\d\b/.exec(response ?? '')?.[0];
  if (code !== undefined) return storableOutcome({ outcome: 'refused', lasting: code.startsWith('5'), stage, reply });
  return storableOutcome(handedOver ? { outcome: 'uncertain', reply } : { outcome: 'unreachable', stage, reply });
}
