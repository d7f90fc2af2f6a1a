-- AlterTable
ALTER TABLE "LedgerEvent" ADD COLUMN     "lane" TEXT,
ADD COLUMN     "purgeRun" BIGINT,
ADD COLUMN     "purgedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "LegalHold" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT,
    "from" TIMESTAMPTZ(3),
    "to" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "placedBy" TEXT NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedBy" TEXT,
    "releasedAt" TIMESTAMPTZ(3),
    "releaseReason" TEXT,

    CONSTRAINT "LegalHold_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PurgeRun" (
    "tenantId" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "receivedBefore" TIMESTAMPTZ(3),
    "startedBy" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "looked" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "atType" TEXT NOT NULL DEFAULT '',
    "atUntil" TIMESTAMPTZ(3),
    "atSeq" BIGINT NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL,

    CONSTRAINT "PurgeRun_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PurgeCount" (
    "tenantId" TEXT NOT NULL,
    "runId" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "unsettled" INTEGER NOT NULL DEFAULT 0,
    "outlived" INTEGER NOT NULL DEFAULT 0,
    "later" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PurgeCount_pkey" PRIMARY KEY ("tenantId","runId","type")
);

-- CreateIndex
CREATE INDEX "PurgeCount_tenantId_type_runId_idx" ON "PurgeCount"("tenantId", "type", "runId" DESC);


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- Bytes are an event's own or its batch's, and gone once it was purged.
ALTER TABLE "LedgerEvent" DROP CONSTRAINT "LedgerEvent_bytes_check";
ALTER TABLE "LedgerEvent" ADD CONSTRAINT "LedgerEvent_bytes_check" CHECK (
  CASE WHEN "purgedAt" IS NULL THEN ("raw" IS NULL) <> ("deliveryId" IS NULL)
  ELSE "raw" IS NULL AND "deliveryId" IS NULL AND "data" IS NULL END);

-- What was never understood has a clock too.
UPDATE "LedgerEvent" SET "retainUntil" = "receivedAt" + interval '2 years'
WHERE "retainUntil" IS NULL AND "status" IN ('quarantined', 'dead');

-- What still has its content, by its clock: per type, so that the due ones and the next one are read and nothing else.
CREATE INDEX "LedgerEvent_clock" ON "LedgerEvent" ("tenantId", (coalesce("type", "wireType", '')), "retainUntil", "seq")
  WHERE "purgedAt" IS NULL AND "retainUntil" IS NOT NULL;
-- Who still needs a batch's bytes.
CREATE INDEX "LedgerEvent_delivery" ON "LedgerEvent" ("tenantId", "deliveryId") WHERE "deliveryId" IS NOT NULL;
CREATE INDEX "LedgerEvent_purged" ON "LedgerEvent" ("tenantId", "purgeRun", "seq") WHERE "purgedAt" IS NOT NULL;

ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_kind_check" CHECK ("kind" IN ('patient', 'prescription', 'lot', 'recall', 'source', 'everything'));
ALTER TABLE "PurgeRun" ADD CONSTRAINT "PurgeRun_state_check" CHECK ("state" IN ('running', 'paused', 'done', 'stopped'));
-- One at a time: a second press finds the first.
CREATE UNIQUE INDEX "PurgeRun_open" ON "PurgeRun" ("tenantId") WHERE "state" IN ('running', 'paused');
CREATE INDEX "LegalHold_active" ON "LegalHold" ("tenantId") WHERE "releasedAt" IS NULL;

-- Content goes once and for all, and never that of an open dead letter: whatever the application thinks.
CREATE FUNCTION "purge_is_lawful"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."purgedAt" IS NOT NULL AND (NEW."purgedAt" IS DISTINCT FROM OLD."purgedAt" OR NEW."data" IS NOT NULL OR NEW."raw" IS NOT NULL) THEN
    RAISE EXCEPTION 'what was purged stays purged';
  END IF;
  IF OLD."purgedAt" IS NULL AND NEW."purgedAt" IS NOT NULL AND EXISTS (
    SELECT FROM "DeadLetter" d WHERE d."tenantId" = NEW."tenantId" AND d."seq" = NEW."seq" AND d."state" IN ('open', 'replaying')) THEN
    RAISE EXCEPTION 'an open dead letter is never purged';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "LedgerEvent_purge" BEFORE UPDATE OF "purgedAt", "data", "raw" ON "LedgerEvent" FOR EACH ROW EXECUTE FUNCTION "purge_is_lawful"();

-- The record of a finished run is permanent; of a hold, that it stood and who released it.
CREATE FUNCTION "purge_record_is_permanent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" IN ('running', 'paused') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the record of a purge is permanent';
END $$;
CREATE TRIGGER "PurgeRun_permanent" BEFORE UPDATE OR DELETE ON "PurgeRun" FOR EACH ROW EXECUTE FUNCTION "purge_record_is_permanent"();
CREATE FUNCTION "purge_count_is_permanent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT FROM "PurgeRun" r WHERE r."tenantId" = OLD."tenantId" AND r."id" = OLD."runId" AND r."state" IN ('running', 'paused')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the record of a purge is permanent';
END $$;
CREATE TRIGGER "PurgeCount_permanent" BEFORE UPDATE OR DELETE ON "PurgeCount" FOR EACH ROW EXECUTE FUNCTION "purge_count_is_permanent"();
CREATE FUNCTION "hold_is_released_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."releasedAt" IS NULL AND NEW."releasedAt" IS NOT NULL
     AND (to_jsonb(NEW) - 'releasedAt' - 'releasedBy' - 'releaseReason') = (to_jsonb(OLD) - 'releasedAt' - 'releasedBy' - 'releaseReason') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a legal hold is never changed, only released';
END $$;
CREATE TRIGGER "LegalHold_permanent" BEFORE UPDATE OR DELETE ON "LegalHold" FOR EACH ROW EXECUTE FUNCTION "hold_is_released_once"();

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['LegalHold', 'PurgeRun', 'PurgeCount'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
