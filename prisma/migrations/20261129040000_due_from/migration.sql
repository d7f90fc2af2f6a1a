-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "dueAt" TIMESTAMPTZ(3);

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- How old the oldest unsent message is: since it was due.
CREATE INDEX "OutboxMessage_due" ON "OutboxMessage" ((coalesce("dueAt", "createdAt"))) WHERE "state" IN ('queued', 'sending');
