-- CreateIndex
CREATE INDEX "Canary_tenantId_sentAt_idx" ON "Canary"("tenantId", "sentAt" DESC);
