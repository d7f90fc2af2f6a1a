-- DropIndex
DROP INDEX "Dispense_tenantId_stockItemId_lotNumber_idx";

-- AlterTable
ALTER TABLE "Dispense" ADD COLUMN     "countersign" TEXT,
ADD COLUMN     "dispensedAt" TIMESTAMPTZ(3),
ADD COLUMN     "partial" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "patientId" TEXT,
ADD COLUMN     "productCode" TEXT,
ADD COLUMN     "returned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "review" TEXT,
ADD COLUMN     "schedule" TEXT;

-- AlterTable
ALTER TABLE "PrescriptionItem" ADD COLUMN     "productCode" TEXT;

-- AlterTable
ALTER TABLE "StockReturn" ADD COLUMN     "disposition" TEXT,
ADD COLUMN     "lotNumber" TEXT,
ADD COLUMN     "returnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "stockItemId" TEXT;

-- CreateTable
CREATE TABLE "StockItem" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "productCode" TEXT,
    "locationId" TEXT,
    "name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "StockItem_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Lot" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "stockItemId" TEXT,
    "lotNumber" TEXT,
    "expiryDate" DATE,
    "hold" TEXT NOT NULL DEFAULT 'free',

    CONSTRAINT "Lot_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "StockMovement" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "kind" TEXT,
    "stockItemId" TEXT,
    "lotNumber" TEXT,
    "bucket" TEXT,
    "unit" TEXT,
    "quantity" DECIMAL(48,12),
    "movedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockMovement_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "StockCount" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "stockItemId" TEXT,
    "lotNumber" TEXT,
    "bucket" TEXT,
    "unit" TEXT,
    "quantity" DECIMAL(48,12),
    "countedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockCount_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "StockBalance" (
    "tenantId" TEXT NOT NULL,
    "stockItemId" TEXT NOT NULL,
    "lotNumber" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(48,12) NOT NULL DEFAULT 0,
    "countedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockBalance_pkey" PRIMARY KEY ("tenantId","stockItemId","lotNumber","bucket","unit")
);

-- CreateTable
CREATE TABLE "StockDemand" (
    "tenantId" TEXT NOT NULL,
    "stockItemId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(48,12) NOT NULL DEFAULT 0,

    CONSTRAINT "StockDemand_pkey" PRIMARY KEY ("tenantId","stockItemId","day","unit")
);

-- CreateTable
CREATE TABLE "Alert" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "kind" TEXT,
    "stockItemId" TEXT,
    "lotNumber" TEXT,
    "dispenseId" TEXT,
    "raisedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "AllergyNotice" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "patientId" TEXT,
    "noticedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AllergyNotice_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "FormularyNotice" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "noticedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FormularyNotice_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Administration" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "prescriptionId" TEXT,
    "status" TEXT,
    "administeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Administration_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Reconciliation" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "patientId" TEXT,
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "StockItem_tenantId_name_id_idx" ON "StockItem"("tenantId", "name", "id");

-- CreateIndex
CREATE INDEX "StockItem_tenantId_productCode_idx" ON "StockItem"("tenantId", "productCode");

-- CreateIndex
CREATE INDEX "Lot_tenantId_stockItemId_idx" ON "Lot"("tenantId", "stockItemId");

-- CreateIndex
CREATE INDEX "Lot_tenantId_lotNumber_idx" ON "Lot"("tenantId", "lotNumber");

-- CreateIndex
CREATE INDEX "Lot_tenantId_expiryDate_id_idx" ON "Lot"("tenantId", "expiryDate", "id");

-- CreateIndex
CREATE INDEX "StockMovement_tenantId_stockItemId_lotNumber_movedAt_id_idx" ON "StockMovement"("tenantId", "stockItemId", "lotNumber", "movedAt", "id");

-- CreateIndex
CREATE INDEX "StockCount_tenantId_stockItemId_lotNumber_countedAt_id_idx" ON "StockCount"("tenantId", "stockItemId", "lotNumber", "countedAt", "id");

-- CreateIndex
CREATE INDEX "Alert_tenantId_kind_raisedAt_id_idx" ON "Alert"("tenantId", "kind", "raisedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Administration_tenantId_prescriptionId_administeredAt_idx" ON "Administration"("tenantId", "prescriptionId", "administeredAt" DESC);

-- CreateIndex
CREATE INDEX "Reconciliation_tenantId_patientId_completedAt_idx" ON "Reconciliation"("tenantId", "patientId", "completedAt" DESC);

-- CreateIndex
CREATE INDEX "Dispense_tenantId_dispensedAt_id_idx" ON "Dispense"("tenantId", "dispensedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Dispense_tenantId_stockItemId_lotNumber_dispensedAt_id_idx" ON "Dispense"("tenantId", "stockItemId", "lotNumber", "dispensedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "PrescriptionItem_tenantId_productCode_idx" ON "PrescriptionItem"("tenantId", "productCode");

-- CreateIndex
CREATE INDEX "StockReturn_tenantId_returnedAt_id_idx" ON "StockReturn"("tenantId", "returnedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "StockReturn_tenantId_stockItemId_lotNumber_idx" ON "StockReturn"("tenantId", "stockItemId", "lotNumber");


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- Each list of dispenses in the order of its page. What is looked for is seldom, so each index is small.
CREATE INDEX "Dispense_to_review" ON "Dispense" ("tenantId", "dispensedAt" DESC, "id") WHERE "review" IS NULL AND "dispensedAt" IS NOT NULL;
CREATE INDEX "Dispense_flagged" ON "Dispense" ("tenantId", "dispensedAt" DESC, "id") WHERE "review" = 'flagged';
CREATE INDEX "Dispense_lacking" ON "Dispense" ("tenantId", "dispensedAt" DESC, "id") WHERE "countersign" IN ('missing', 'self');
CREATE INDEX "Dispense_controlled" ON "Dispense" ("tenantId", "dispensedAt" DESC, "id") WHERE "schedule" IS NOT NULL;
CREATE INDEX "Dispense_partial" ON "Dispense" ("tenantId", "dispensedAt" DESC, "id") WHERE "partial";
CREATE INDEX "Dispense_returned" ON "Dispense" ("tenantId", "dispensedAt" DESC, "id") WHERE "returned";
CREATE INDEX "StockReturn_to_decide" ON "StockReturn" ("tenantId", "returnedAt" DESC, "id") WHERE "disposition" IS NULL;
-- The queue, the longest waiting first.
CREATE INDEX "Prescription_queue" ON "Prescription" ("tenantId", ("registers"->'queuedAt'->>'v'), "id")
  WHERE "state" IN ('queued', 'part_dispensed') AND "registers" ? 'queuedAt';

-- What was there before this migration is found by its new columns too; of every tenant, for the length of this transaction. The stock itself
-- was not kept until now: `npm run rebuild` makes it from the ledger.
SELECT set_config('app.tenant', '*', true);
UPDATE "Dispense" SET
  "patientId" = registers->'patientId'->>'v',
  "productCode" = registers->'productCode'->>'v',
  "dispensedAt" = (registers->'dispensedAt'->>'v')::timestamptz,
  "partial" = coalesce((registers->'partial'->>'v')::boolean, false),
  "schedule" = coalesce(registers->'schedule'->>'v', CASE WHEN (registers->'controlled'->>'v')::boolean THEN '?' END),
  "countersign" = CASE
    WHEN NOT registers ? 'schedule' AND NOT coalesce((registers->'controlled'->>'v')::boolean, false) THEN NULL
    WHEN registers->'counterSignId'->>'v' IS NULL THEN CASE WHEN registers->'schedule'->>'v' = 'II' THEN 'missing' END
    WHEN registers->'counterSignId'->>'v' = registers->'pharmacistId'->>'v' THEN 'self' ELSE 'done' END;
UPDATE "PrescriptionItem" SET "productCode" = registers->'productCode'->>'v';
UPDATE "StockReturn" SET "stockItemId" = registers->'stockItemId'->>'v', "lotNumber" = registers->'lotNumber'->>'v',
  "returnedAt" = (registers->'returnedAt'->>'v')::timestamptz;
SELECT set_config('app.tenant', '', true);

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['StockItem', 'Lot', 'StockMovement', 'StockCount', 'StockBalance', 'StockDemand', 'Alert', 'AllergyNotice',
    'FormularyNotice', 'Administration', 'Reconciliation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
