-- CreateTable
CREATE TABLE "UnreadableEvent" (
    "tenantId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "paths" TEXT[],
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UnreadableEvent_pkey" PRIMARY KEY ("tenantId","seq")
);

-- CreateIndex
CREATE INDEX "UnreadableEvent_tenantId_sourceId_readAt_idx" ON "UnreadableEvent"("tenantId", "sourceId", "readAt");

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- The third wall, as in the first migration.
ALTER TABLE "UnreadableEvent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "UnreadableEvent" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "UnreadableEvent"
  USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
  WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*');
