/** What the secret of the clinic's own resend webhook is sealed for. */
export const resendOwner = (tenantId: string) => ({ tenantId, sourceId: 'outbound-webhook' });
