/** The purpose under which the secret of the clinic's own resend webhook is sealed. */
export const resendOwner = (tenantId: string) => ({ tenantId, sourceId: 'outbound-webhook' });
