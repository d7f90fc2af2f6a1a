-- AlterTable
ALTER TABLE "StockMovement" ADD COLUMN     "dispenseId" TEXT;

-- CreateIndex
CREATE INDEX "StockMovement_tenantId_dispenseId_idx" ON "StockMovement"("tenantId", "dispenseId");


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- What came back of a controlled dispense, where neither names a stock item: the register reads it in its order. Where the dispense names one, the
-- return stands there from now on; what was told before is found there after `npm run rebuild`.
CREATE INDEX "StockMovement_unplaced" ON "StockMovement" ("tenantId", "movedAt", "id")
  WHERE "stockItemId" IS NULL AND "kind" IN ('return', 'disposal');
