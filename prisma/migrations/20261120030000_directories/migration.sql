-- AlterTable
ALTER TABLE "Patient" ADD COLUMN     "externalId" TEXT;

-- CreateTable
CREATE TABLE "PatientRecord" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "externalId" TEXT,

    CONSTRAINT "PatientRecord_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PatientLink" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "recordId" TEXT,

    CONSTRAINT "PatientLink_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Product" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "ProductCode" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "productId" TEXT,

    CONSTRAINT "ProductCode_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "PatientRecord_tenantId_externalId_idx" ON "PatientRecord"("tenantId", "externalId");

-- CreateIndex
CREATE INDEX "PatientLink_tenantId_recordId_idx" ON "PatientLink"("tenantId", "recordId");

-- CreateIndex
CREATE INDEX "ProductCode_tenantId_productId_idx" ON "ProductCode"("tenantId", "productId");

-- CreateIndex
CREATE INDEX "Patient_tenantId_externalId_idx" ON "Patient"("tenantId", "externalId");

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- The people known so far, by the id that the tenant gave its sender; of every tenant, for the length of this transaction.
SELECT set_config('app.tenant', '*', true);
UPDATE "Patient" SET "externalId" = registers->'externalId'->>'v' WHERE registers ? 'externalId';
SELECT set_config('app.tenant', '', true);

-- Codes that came without a name: what the product directory has yet to say. Small where senders name their medicines.
CREATE INDEX "PrescriptionItem_nameless" ON "PrescriptionItem"
  ("tenantId", ((split_part("id", ':', 1) || ':' || ("registers"->'productCode'->>'v')) COLLATE "C"))
  WHERE ("registers"->'display') IS NULL AND ("registers"->'productCode') IS NOT NULL;

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['PatientRecord', 'PatientLink', 'Product', 'ProductCode'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
