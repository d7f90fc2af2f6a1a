-- AlterTable
ALTER TABLE "Dispense" ADD COLUMN     "stockItemId" TEXT;

-- CreateTable
CREATE TABLE "RecallCase" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "stockItemId" TEXT,
    "lotNumber" TEXT,

    CONSTRAINT "RecallCase_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "prescriptionId" TEXT NOT NULL,
    "prescriberId" TEXT NOT NULL DEFAULT '',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "troubleAt" TIMESTAMPTZ(3) NOT NULL,
    "dueFrom" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,
    "snoozedUntil" TIMESTAMPTZ(3),
    "cause" TEXT,
    "domain" TEXT,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "Dispense_tenantId_stockItemId_lotNumber_idx" ON "Dispense"("tenantId", "stockItemId", "lotNumber");

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- A doctor's open tasks, a lane at a time, newest first; and what settled of late. Small, whatever the history's length.
CREATE INDEX "FollowUp_open" ON "FollowUp" ("tenantId", "prescriberId", "kind", "since" DESC, "id") WHERE "settledAt" IS NULL;
CREATE INDEX "FollowUp_settled" ON "FollowUp" ("tenantId", "prescriberId", "settledAt" DESC) WHERE "settledAt" IS NOT NULL;
-- Failures by their time: what an incident is made of.
CREATE INDEX "FollowUp_failures" ON "FollowUp" ("tenantId", "troubleAt" DESC) WHERE "kind" = 'not_delivered';

-- What was dispensed before this migration is found by its stock item too. The walls bind the owner as well, so he names every tenant.
SELECT set_config('app.tenant', '*', false);
UPDATE "Dispense" SET "stockItemId" = "registers"->'stockItemId'->>'v';

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RecallCase', 'FollowUp'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
