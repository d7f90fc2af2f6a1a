-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "drugNamesInMail" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pickUpDays" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "resendBy" TEXT NOT NULL DEFAULT 'smtp',
ADD COLUMN     "resendWebhookSecret" TEXT,
ADD COLUMN     "resendWebhookUrl" TEXT;

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "prescriptionId" TEXT,
    "address" TEXT,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leaseUntil" TIMESTAMPTZ(3),
    "createdBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,
    "reply" TEXT,
    "cause" TEXT,
    "mailMessageId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "tries" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "DemoMail" (
    "tenantId" TEXT NOT NULL DEFAULT '*',
    "id" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recipient" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,

    CONSTRAINT "DemoMail_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "OutboxMessage_tenantId_prescriptionId_createdAt_idx" ON "OutboxMessage"("tenantId", "prescriptionId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "DemoMail_tenantId_receivedAt_idx" ON "DemoMail"("tenantId", "receivedAt" DESC);

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

ALTER TABLE "Tenant" ADD CONSTRAINT "Tenant_resendBy_check" CHECK ("resendBy" IN ('smtp', 'webhook'));
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_kind_check" CHECK ("kind" IN ('email', 'webhook'));
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_state_check"
  CHECK ("state" IN ('queued', 'sending', 'accepted', 'failed', 'uncertain', 'cancelled'));

-- Two people pressing at once send one mail: a prescription has one resend that is not settled.
CREATE UNIQUE INDEX "OutboxMessage_one_unsettled" ON "OutboxMessage" ("tenantId", "prescriptionId")
  WHERE "purpose" = 'resend' AND "state" IN ('queued', 'sending', 'uncertain');
-- What is still to be sent or being sent, oldest first. Small, whatever the history's length.
CREATE INDEX "OutboxMessage_unsent" ON "OutboxMessage" ("createdAt") WHERE "state" IN ('queued', 'sending');

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['OutboxMessage', 'DemoMail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
