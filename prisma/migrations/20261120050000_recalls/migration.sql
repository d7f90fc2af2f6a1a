-- CreateTable
CREATE TABLE "RecallLot" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "recallId" TEXT,
    "stockItemId" TEXT,
    "lotNumber" TEXT,

    CONSTRAINT "RecallLot_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "RecallPerson" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "recallId" TEXT,
    "personId" TEXT,
    "outcome" TEXT,
    "assignedTo" TEXT,
    "letter" TEXT,

    CONSTRAINT "RecallPerson_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "RecallContact" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "recallId" TEXT,
    "personId" TEXT,

    CONSTRAINT "RecallContact_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "RecallLot_tenantId_recallId_idx" ON "RecallLot"("tenantId", "recallId");

-- CreateIndex
CREATE INDEX "RecallPerson_tenantId_recallId_personId_idx" ON "RecallPerson"("tenantId", "recallId", "personId");

-- CreateIndex
CREATE INDEX "RecallContact_tenantId_recallId_personId_idx" ON "RecallContact"("tenantId", "recallId", "personId");

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- What was recalled before this migration: a case of one lot.
SELECT set_config('app.tenant', '*', true);
INSERT INTO "RecallLot" ("tenantId", "id", "registers", "recallId", "stockItemId", "lotNumber")
SELECT "tenantId", "id" || '|' || "stockItemId" || '|' || coalesce("lotNumber", ''),
  jsonb_strip_nulls(jsonb_build_object('_', registers->'_', 'recallId', jsonb_set(registers->'stockItemId', '{v}', to_jsonb("id")),
    'stockItemId', registers->'stockItemId', 'lotNumber', registers->'lotNumber', 'recalledAt', registers->'recalledAt')),
  "id", "stockItemId", "lotNumber"
FROM "RecallCase" WHERE "stockItemId" IS NOT NULL;
UPDATE "RecallCase" SET registers = registers || jsonb_build_object('state', jsonb_set(registers->'_', '{v}', '"open"')) WHERE NOT registers ? 'state';
SELECT set_config('app.tenant', '', true);

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RecallLot', 'RecallPerson', 'RecallContact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
