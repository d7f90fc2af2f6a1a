-- CreateTable
CREATE TABLE "RebuildUnderWay" (
    "tenantId" TEXT NOT NULL DEFAULT '*',
    "run" TEXT NOT NULL,
    "beganAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RebuildUnderWay_pkey" PRIMARY KEY ("tenantId")
);

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- The third wall, as in the first migration.
ALTER TABLE "RebuildUnderWay" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RebuildUnderWay" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "RebuildUnderWay"
  USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
  WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*');
