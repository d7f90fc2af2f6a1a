import type { Tx } from '#lib/db/base/in-tenant';
import { enqueueOutbox } from '#lib/db/base/jobs';
import type { MessageContents, Purpose } from '#lib/domain/mail/message-contents';

export type NewMessage<P extends Purpose> = {
  readonly tenantId: string;
  readonly id: string;
  readonly purpose: P;
  readonly kind: 'email' | 'webhook';
  /** Null where it is about none, or no sender says about which. */
  readonly prescriptionId: string | null;
  readonly address: string;
  readonly mailMessageId: string;
  /** Null: the product itself, or the operator. */
  readonly createdBy: string | null;
  readonly content: MessageContents[P];
  /** Not before so many seconds: many at once go out one by one. */
  readonly inSeconds: number;
};

/** Puts a message into the outbox with the job that wakes its sender, in the caller's transaction; false when one with this id is there already: nothing goes twice. */
export async function putMessage<P extends Purpose>(tx: Tx, message: NewMessage<P>): Promise<boolean> {
  const { tenantId, id, purpose, kind, prescriptionId, address, mailMessageId, createdBy, content, inSeconds } =
    message;
  const put = await tx.$executeRaw`
    insert into "OutboxMessage" ("tenantId", id, kind, purpose, "prescriptionId", address, "mailMessageId", "createdBy", content, "nextAttemptAt", "dueAt", "createdAt")
    values (${tenantId}, ${id}, ${kind}, ${purpose}, ${prescriptionId}, ${address}, ${mailMessageId}, ${createdBy}, ${JSON.stringify(content)}::jsonb,
      now() + make_interval(secs => ${inSeconds}::float8), now() + make_interval(secs => ${inSeconds || null}::float8), clock_timestamp())
    on conflict ("tenantId", id) do nothing`;
  if (put > 0) await enqueueOutbox(tx, { tenantId, id }, inSeconds);
  return put > 0;
}
