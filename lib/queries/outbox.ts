/** What of a tenant's mail has not left yet, and how long ago the oldest of it was asked for. */
export type OutboxAge = { readonly unsent: number; readonly oldestSeconds: number };

/** Older than this, and somebody has to look (architecture.md, "Outgoing"). */
export const outboxAlertSeconds = 600;
