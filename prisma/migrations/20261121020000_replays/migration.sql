-- AlterTable
ALTER TABLE "DeadLetter" ADD COLUMN     "replayRunId" TEXT;

-- CreateTable
CREATE TABLE "ReplayRun" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'replay',
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'previewing',
    "total" INTEGER NOT NULL DEFAULT 0,
    "previewed" INTEGER NOT NULL DEFAULT 0,
    "willProcess" INTEGER NOT NULL DEFAULT 0,
    "willFail" INTEGER NOT NULL DEFAULT 0,
    "willSkip" INTEGER NOT NULL DEFAULT 0,
    "bySource" JSONB,
    "byType" JSONB,
    "byCause" JSONB,
    "changed" JSONB,
    "newerState" INTEGER NOT NULL DEFAULT 0,
    "previewedAt" TIMESTAMPTZ(3),
    "ratePerSecond" INTEGER,
    "startedBy" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "paceAt" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReplayRun_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "ReplayItem" (
    "tenantId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "type" TEXT,
    "cause" TEXT,
    "predicted" TEXT,
    "predictedWhy" TEXT,
    "outcome" TEXT,
    "why" TEXT,
    "paths" TEXT[],
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReplayItem_pkey" PRIMARY KEY ("tenantId","runId","seq")
);

-- CreateTable
CREATE TABLE "ReplayChange" (
    "tenantId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "place" BIGSERIAL NOT NULL,
    "model" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "ReplayChange_pkey" PRIMARY KEY ("tenantId","runId","place")
);

-- CreateTable
CREATE TABLE "ReplayNewer" (
    "tenantId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "newest" TEXT NOT NULL,
    "replayed" TEXT NOT NULL,

    CONSTRAINT "ReplayNewer_pkey" PRIMARY KEY ("tenantId","runId","model","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReplayRun_tenantId_requestKey_key" ON "ReplayRun"("tenantId", "requestKey");

-- CreateIndex
CREATE INDEX "ReplayRun_tenantId_createdAt_id_idx" ON "ReplayRun"("tenantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ReplayItem_tenantId_seq_idx" ON "ReplayItem"("tenantId", "seq");

-- CreateIndex
CREATE INDEX "ReplayItem_tenantId_runId_outcome_seq_idx" ON "ReplayItem"("tenantId", "runId", "outcome", "seq");

-- CreateIndex
CREATE INDEX "ReplayChange_tenantId_runId_model_place_idx" ON "ReplayChange"("tenantId", "runId", "model", "place");

-- CreateIndex
CREATE INDEX "EventSubject_tenantId_seq_idx" ON "EventSubject"("tenantId", "seq");


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- What a worker looks for, a few times a second: the runs that have something to do, whatever their number.
CREATE INDEX "ReplayRun_at_work" ON "ReplayRun" ("paceAt") WHERE "state" IN ('previewing', 'running');
-- What of a run still waits, in order.
CREATE INDEX "ReplayItem_waiting" ON "ReplayItem" ("tenantId", "runId", "seq") WHERE "outcome" IS NULL;

ALTER TABLE "ReplayRun" ADD CONSTRAINT "ReplayRun_state" CHECK ("state" IN ('previewing', 'previewed', 'running', 'paused', 'canceled', 'done'));
ALTER TABLE "ReplayRun" ADD CONSTRAINT "ReplayRun_mode" CHECK ("mode" IN ('replay', 'reinterpret'));
ALTER TABLE "ReplayItem" ADD CONSTRAINT "ReplayItem_predicted" CHECK ("predicted" IN ('process', 'fail', 'skip'));
ALTER TABLE "ReplayItem" ADD CONSTRAINT "ReplayItem_outcome" CHECK ("outcome" IN ('done', 'failed', 'skipped'));

-- A run and its outcomes are permanent; an outcome is given once.
CREATE FUNCTION "replays_are_permanent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a replay and its outcomes are permanent';
END $$;
CREATE TRIGGER "ReplayRun_permanent" BEFORE DELETE ON "ReplayRun" FOR EACH ROW EXECUTE FUNCTION "replays_are_permanent"();
CREATE TRIGGER "ReplayItem_permanent" BEFORE DELETE ON "ReplayItem" FOR EACH ROW EXECUTE FUNCTION "replays_are_permanent"();
CREATE TRIGGER "ReplayItem_once" BEFORE UPDATE ON "ReplayItem" FOR EACH ROW WHEN (OLD."outcome" IS NOT NULL) EXECUTE FUNCTION "replays_are_permanent"();

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ReplayRun', 'ReplayItem', 'ReplayChange', 'ReplayNewer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
