import type { z } from 'zod';
import type { Tx } from '#lib/db/base/in-tenant';
import type { Outgoing } from '#lib/db/mail/outbox';
import type { MessageContents, Purpose } from '#lib/domain/mail/message-contents';
import type { MessageEnd } from '#lib/domain/mail/message-end';
import type { Parcel } from './parcel.ts';

/** A message whose content is of its kind's shape. */
type Message<P extends Purpose> = Omit<Outgoing, 'content'> & { readonly content: MessageContents[P] };

/** The address and the content of one message at the time that it is sent. */
export type Ready = {
  readonly message: Outgoing;
  /** Screens that show what the message is about ask for it again. */
  readonly notify: (tx: Tx) => Promise<void>;
  /** Throws before anything was sent. */
  readonly pack: () => Parcel;
};

/** One row of the registry: what a kind of message says, and what is written of how it ended. */
export type MessageType<P extends Purpose = Purpose> = {
  readonly purpose: P;
  /** Null when what it is about is not there. */
  readonly prepare: (tx: Tx, message: Outgoing) => Promise<Ready | null>;
  readonly settle: (tx: Tx, message: Outgoing, end: MessageEnd) => Promise<void>;
};

type Definition<P extends Purpose, F> = {
  readonly purpose: P;
  /** The shape that the row's content has. */
  readonly content: z.ZodType<MessageContents[P]>;
  /** Null when what it is about is not there. */
  readonly facts: (tx: Tx, message: Message<P>) => Promise<F | null>;
  readonly notify: (tx: Tx, message: Message<P>, facts: F) => Promise<void>;
  readonly pack: (message: Message<P>, facts: F) => Parcel;
  /** The ledger's word for how it ended, where there is one, and the row's, in one transaction. */
  readonly settle: (tx: Tx, message: Message<P>, end: MessageEnd) => Promise<void>;
};

export function defineMessage<P extends Purpose, F>(definition: Definition<P, F>): MessageType<P> {
  const { purpose, facts: factsOf, notify, pack, settle } = definition;
  const read = (row: Outgoing): Message<P> => ({ ...row, content: definition.content.parse(row.content) });
  return {
    purpose,
    prepare: async (tx, row) => {
      const message = read(row);
      const facts = await factsOf(tx, message);
      if (facts === null) return null;
      return { message: row, notify: (later) => notify(later, message, facts), pack: () => pack(message, facts) };
    },
    settle: (tx, row, end) => settle(tx, read(row), end),
  };
}
