-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "countersignHours" INTEGER NOT NULL DEFAULT 24;

-- AlterTable
ALTER TABLE "StockItem" ADD COLUMN     "schedule" TEXT;

-- CreateTable
CREATE TABLE "RegisterSeal" (
    "tenantId" TEXT NOT NULL,
    "stockItemId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "entryId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegisterSeal_pkey" PRIMARY KEY ("tenantId","stockItemId","place")
);

-- CreateTable
CREATE TABLE "RegisterUnsealed" (
    "tenantId" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "entryId" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegisterUnsealed_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "RegisterSeal_tenantId_entryId_place_idx" ON "RegisterSeal"("tenantId", "entryId", "place");


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- The stock items of the register: a few, whatever the stock.
CREATE INDEX "StockItem_controlled" ON "StockItem" ("tenantId", "id") WHERE "schedule" IS NOT NULL;
-- A page of the register, and the sum before it without reading the rows.
CREATE INDEX "StockMovement_register" ON "StockMovement" ("tenantId", "stockItemId", "movedAt", "id")
  INCLUDE ("lotNumber", "bucket", "unit", "quantity") WHERE "movedAt" IS NOT NULL;
-- Controlled dispenses that moved nothing on the books: without a stock item, or without a quantity.
CREATE INDEX "Dispense_unbooked" ON "Dispense" ("tenantId", "dispensedAt", "id")
  WHERE "schedule" IS NOT NULL AND "dispensedAt" IS NOT NULL AND ("stockItemId" IS NULL OR NOT "registers" ? 'quantity');

-- What was sealed is never changed, never deleted.
CREATE FUNCTION "register_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the seals of the register are append-only';
END $$;
CREATE TRIGGER "RegisterSeal_append_only" BEFORE UPDATE OR DELETE ON "RegisterSeal" FOR EACH ROW EXECUTE FUNCTION "register_is_append_only"();

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RegisterSeal', 'RegisterUnsealed'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
