-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "wireId" TEXT;

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "eventSeq" BIGINT,
ADD COLUMN     "subscriptionId" TEXT;

-- CreateTable
CREATE TABLE "Subscription" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "types" TEXT[],
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "secretAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previousSecret" TEXT,
    "previousUntil" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSuccessAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "lastReply" TEXT,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "FactName" (
    "tenantId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "factKey" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "legacySeq" BIGINT,
    "legacyAt" TIMESTAMPTZ(3),
    "subjectSeq" BIGINT,
    "subjectAt" TIMESTAMPTZ(3),

    CONSTRAINT "FactName_pkey" PRIMARY KEY ("tenantId","type","factKey")
);

-- CreateTable
CREATE TABLE "NameParity" (
    "tenantId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "both" INTEGER NOT NULL DEFAULT 0,
    "legacyOnly" INTEGER NOT NULL DEFAULT 0,
    "subjectOnly" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "NameParity_pkey" PRIMARY KEY ("tenantId","type","sourceId","day")
);

-- CreateTable
CREATE TABLE "NameSeen" (
    "tenantId" TEXT NOT NULL,
    "wireType" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeq" BIGINT NOT NULL,

    CONSTRAINT "NameSeen_pkey" PRIMARY KEY ("tenantId","wireType","sourceId")
);

-- CreateTable
CREATE TABLE "NameReading" (
    "tenantId" TEXT NOT NULL DEFAULT '*',
    "upTo" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NameReading_pkey" PRIMARY KEY ("tenantId")
);

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_state_check" CHECK ("state" IN ('active', 'paused'));
-- A delivery to a subscription that is paused is held: kept, and not owed.
ALTER TABLE "OutboxMessage" DROP CONSTRAINT "OutboxMessage_state_check";
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_state_check"
  CHECK ("state" IN ('queued', 'sending', 'accepted', 'failed', 'uncertain', 'cancelled', 'held'));
-- One subscription's deliveries, newest first; and those that are not delivered.
CREATE INDEX "OutboxMessage_deliveries" ON "OutboxMessage" ("tenantId", "subscriptionId", "createdAt" DESC, "id") WHERE "subscriptionId" IS NOT NULL;
CREATE INDEX "OutboxMessage_undelivered" ON "OutboxMessage" ("tenantId", "subscriptionId", "state", "createdAt" DESC, "id")
  WHERE "subscriptionId" IS NOT NULL AND "state" IN ('queued', 'sending', 'failed', 'held');
-- Events of the types that have a legacy name, in the order in which they were read.
CREATE INDEX "LedgerEvent_named" ON "LedgerEvent" ("processedAt", "seq") WHERE "status" = 'processed' AND "factKey" IS NOT NULL AND "type" IN (
  'medication.prescription.drafted.v1', 'medication.prescription.signed.v1', 'medication.prescription.discontinued.v1', 'medication.alert.overridden.v1',
  'medication.dispensing.completed.v1', 'medication.inventory.stock_received.v1', 'medication.inventory.reorder_alert.v1',
  'medication.inventory.expiry_alert.v1', 'medication.inventory.recall_triggered.v1', 'medication.controlled_substance.dispensed.v1');
-- Facts that were seen under one name only.
CREATE INDEX "FactName_legacy_only" ON "FactName" ("tenantId", "type", "firstAt" DESC, "factKey") WHERE "subjectAt" IS NULL;
CREATE INDEX "FactName_subject_only" ON "FactName" ("tenantId", "type", "firstAt" DESC, "factKey") WHERE "legacyAt" IS NULL;
CREATE INDEX "FactName_both" ON "FactName" ("tenantId", "type", "firstAt" DESC, "factKey") WHERE "legacyAt" IS NOT NULL AND "subjectAt" IS NOT NULL;

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Subscription', 'FactName', 'NameParity', 'NameSeen', 'NameReading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
