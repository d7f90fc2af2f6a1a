-- AlterTable
ALTER TABLE "Heartbeat" ADD COLUMN     "clockMs" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "SourceRefusal" ADD COLUMN     "lastAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "FlowCursor" (
    "tenantId" TEXT NOT NULL DEFAULT '*',
    "seq" BIGINT NOT NULL DEFAULT 0,
    "pendingSeq" BIGINT NOT NULL DEFAULT 0,
    "pendingXid" BIGINT NOT NULL DEFAULT 0,
    "advancedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FlowCursor_pkey" PRIMARY KEY ("tenantId")
);

-- CreateTable
CREATE TABLE "FlowMinute" (
    "tenantId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "events" INTEGER NOT NULL,

    CONSTRAINT "FlowMinute_pkey" PRIMARY KEY ("tenantId","sourceId","minute")
);

-- CreateTable
CREATE TABLE "FlowHour" (
    "tenantId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "events" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "lagMs" BIGINT NOT NULL,
    "lagged" INTEGER NOT NULL,

    CONSTRAINT "FlowHour_pkey" PRIMARY KEY ("tenantId","sourceId","hour")
);

-- CreateTable
CREATE TABLE "SourcePulse" (
    "tenantId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lastReceivedAt" TIMESTAMPTZ(3),
    "sentLagMs" INTEGER,
    "processLagMs" INTEGER,
    "habit" JSONB,
    "habitAt" TIMESTAMPTZ(3),

    CONSTRAINT "SourcePulse_pkey" PRIMARY KEY ("tenantId","sourceId")
);

-- CreateTable
CREATE TABLE "SourceExpectation" (
    "tenantId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "everyMinutes" INTEGER NOT NULL,
    "fromHour" INTEGER NOT NULL DEFAULT 0,
    "toHour" INTEGER NOT NULL DEFAULT 24,
    "setBy" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceExpectation_pkey" PRIMARY KEY ("tenantId","sourceId")
);

-- CreateTable
CREATE TABLE "Canary" (
    "tenantId" TEXT NOT NULL,
    "slot" BIGINT NOT NULL,
    "messageId" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER,
    "processedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Canary_pkey" PRIMARY KEY ("tenantId","slot")
);

-- CreateTable
CREATE TABLE "OpsAlert" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "recoveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "OpsAlert_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "OpsMute" (
    "tenantId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "mutedBy" TEXT NOT NULL,
    "mutedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OpsMute_pkey" PRIMARY KEY ("tenantId","kind","subject")
);

-- CreateTable
CREATE TABLE "OpsRecipient" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "secret" TEXT,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OpsRecipient_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "OpsAlert_tenantId_openedAt_idx" ON "OpsAlert"("tenantId", "openedAt" DESC);


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

ALTER TABLE "OpsRecipient" ADD CONSTRAINT "OpsRecipient_kind_check" CHECK ("kind" IN ('email', 'webhook'));
ALTER TABLE "SourceExpectation" ADD CONSTRAINT "SourceExpectation_hours_check"
  CHECK ("everyMinutes" > 0 AND "fromHour" BETWEEN 0 AND 23 AND "toHour" BETWEEN 1 AND 24 AND "fromHour" < "toHour");

-- Once per incident: what is open of a kind about a subject is open once.
CREATE UNIQUE INDEX "OpsAlert_open" ON "OpsAlert" ("tenantId", "kind", "subject") WHERE "recoveredAt" IS NULL;
CREATE UNIQUE INDEX "OpsRecipient_address" ON "OpsRecipient" ("tenantId", "kind", "address") WHERE "removedAt" IS NULL;
-- The figures of Flow and the rows behind them, by source and time, whatever the history.
CREATE INDEX "LedgerEvent_failed" ON "LedgerEvent" ("tenantId", "sourceId", "status", "receivedAt") WHERE "status" IN ('quarantined', 'dead');
CREATE INDEX "LedgerEvent_repeated" ON "LedgerEvent" ("tenantId", "sourceId", "receivedAt") WHERE "duplicates" > 0;
CREATE INDEX "DeadLetter_open_by_source" ON "DeadLetter" ("tenantId", "sourceId", "openedAt") WHERE "state" = 'open';

-- How the last message to each recipient went.
CREATE INDEX "OutboxMessage_ops" ON "OutboxMessage" ("tenantId", ("content"->>'recipientId'), "createdAt" DESC) WHERE "purpose" = 'ops_alert';

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['FlowCursor', 'FlowMinute', 'FlowHour', 'SourcePulse', 'SourceExpectation', 'Canary', 'OpsAlert', 'OpsMute', 'OpsRecipient'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;
