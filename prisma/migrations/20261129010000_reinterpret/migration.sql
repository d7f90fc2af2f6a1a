-- AlterTable
ALTER TABLE "ReplayRun" ADD COLUMN     "readUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReplayRow" (
    "tenantId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "registers" JSONB,

    CONSTRAINT "ReplayRow_pkey" PRIMARY KEY ("tenantId","runId","table","id")
);

-- CreateIndex
CREATE INDEX "ReplayRow_tenantId_runId_seq_idx" ON "ReplayRow"("tenantId", "runId", "seq");


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- What was processed since some moment: what a plan of reading events again has not heard of yet.
CREATE INDEX "LedgerEvent_processed" ON "LedgerEvent" ("tenantId", "processedAt", "seq") WHERE "status" = 'processed';

-- The third wall, as in the first migration.
ALTER TABLE "ReplayRow" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ReplayRow" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ReplayRow"
  USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
  WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*');
