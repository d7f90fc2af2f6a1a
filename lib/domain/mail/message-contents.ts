import type { LinkPurpose } from '#lib/domain/access/account-link';

/** The content of a message to an admin: the incident, its recipient, its beginning or end; `test`: only a proof that messages arrive. */
export type OpsNotice = {
  readonly alertId: string;
  readonly recipientId: string;
  readonly moment: 'opened' | 'recovered' | 'test';
};

/** The kinds of message that leave through the outbox, and what the row of each keeps beside the columns: ids, never words. */
export type MessageContents = {
  readonly resend: Readonly<Record<string, never>>;
  readonly recall_letter: {
    readonly recallId: string;
    readonly personId: string;
    readonly lots: readonly string[];
  };
  readonly ops_alert: { readonly notice: OpsNotice; readonly recipientId: string };
  readonly account_link: {
    readonly userId: string;
    readonly link: LinkPurpose;
    /** The one-time link, sealed; '' once the message has ended. */
    readonly sealed: string;
  };
};

export type Purpose = keyof MessageContents;
