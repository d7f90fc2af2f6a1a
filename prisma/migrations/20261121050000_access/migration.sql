-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "mailFromName" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- DropIndex
DROP INDEX "AuditEntry_tenantId_actorId_seq_idx";

-- DropIndex
DROP INDEX "AuditEntry_tenantId_subjectKind_subjectId_seq_idx";

-- CreateTable
CREATE TABLE "Location" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "UserLocation" (
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,

    CONSTRAINT "UserLocation_pkey" PRIMARY KEY ("tenantId","userId","locationId")
);

-- CreateTable
CREATE TABLE "AccountLink" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountLink_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "BreakGlass" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "patientIds" TEXT[],
    "prescriptionIds" TEXT[],
    "reason" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "reviewedBy" TEXT,
    "reviewNote" TEXT,

    CONSTRAINT "BreakGlass_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "UserLocation_tenantId_locationId_idx" ON "UserLocation"("tenantId", "locationId");

-- CreateIndex
CREATE UNIQUE INDEX "AccountLink_tenantId_tokenHash_key" ON "AccountLink"("tenantId", "tokenHash");

-- CreateIndex
CREATE INDEX "AccountLink_tenantId_userId_createdAt_idx" ON "AccountLink"("tenantId", "userId", "createdAt");

-- CreateIndex
CREATE INDEX "BreakGlass_tenantId_userId_expiresAt_idx" ON "BreakGlass"("tenantId", "userId", "expiresAt");

-- CreateIndex
CREATE INDEX "BreakGlass_tenantId_openedAt_id_idx" ON "BreakGlass"("tenantId", "openedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_at_seq_idx" ON "AuditEntry"("tenantId", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_actorId_at_seq_idx" ON "AuditEntry"("tenantId", "actorId", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_action_at_seq_idx" ON "AuditEntry"("tenantId", "action", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_subjectKind_subjectId_at_seq_idx" ON "AuditEntry"("tenantId", "subjectKind", "subjectId", "at" DESC, "seq" DESC);

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

ALTER TABLE "AccountLink" ADD CONSTRAINT "AccountLink_purpose_check" CHECK ("purpose" IN ('invitation', 'reset'));
ALTER TABLE "BreakGlass" ADD CONSTRAINT "BreakGlass_subject_check" CHECK ("subjectKind" IN ('patient', 'prescription'));
-- Three hours, whoever writes it.
ALTER TABLE "BreakGlass" ADD CONSTRAINT "BreakGlass_hours_check" CHECK ("expiresAt" <= "openedAt" + interval '3 hours');
-- Those an admin has still to look at: a few, whatever the history.
CREATE INDEX "BreakGlass_unreviewed" ON "BreakGlass" ("tenantId", "openedAt" DESC, "id") WHERE "reviewedAt" IS NULL;

-- Who opened what, when and why is never changed; ending and reviewing happen once. Nothing of it is deleted.
CREATE FUNCTION "break_glass_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (NEW."tenantId", NEW."id", NEW."userId", NEW."subjectKind", NEW."subjectId", NEW."patientIds", NEW."prescriptionIds", NEW."reason", NEW."openedAt", NEW."expiresAt")
      IS DISTINCT FROM (OLD."tenantId", OLD."id", OLD."userId", OLD."subjectKind", OLD."subjectId", OLD."patientIds", OLD."prescriptionIds", OLD."reason", OLD."openedAt", OLD."expiresAt")
    OR (OLD."endedAt" IS NOT NULL AND NEW."endedAt" IS DISTINCT FROM OLD."endedAt")
    OR (OLD."reviewedAt" IS NOT NULL AND (NEW."reviewedAt", NEW."reviewedBy", NEW."reviewNote") IS DISTINCT FROM (OLD."reviewedAt", OLD."reviewedBy", OLD."reviewNote"))
  THEN
    RAISE EXCEPTION 'an opening by break-glass is kept as it was';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "BreakGlass_kept" BEFORE UPDATE OR DELETE ON "BreakGlass" FOR EACH ROW EXECUTE FUNCTION "break_glass_is_kept"();

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Location', 'UserLocation', 'AccountLink', 'BreakGlass'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
