/** An email that the demo's own server received. */
export type InboxMail = {
  readonly id: string;
  readonly receivedAt: string;
  readonly recipient: string;
  readonly subject: string;
};

export type OpenMail = InboxMail & {
  readonly from: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
};

export type Inbox = { readonly items: readonly InboxMail[]; readonly open: OpenMail | null };
