-- CreateTable
CREATE TABLE "SourceDirectory" (
    "key" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "SourceDirectory_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AccountDirectory" (
    "email" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "AccountDirectory_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "SessionDirectory" (
    "sessionId" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,

    CONSTRAINT "SessionDirectory_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "Tenant" (
    "tenantId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "wireIds" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("tenantId")
);

-- CreateTable
CREATE TABLE "User" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "inCharge" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT,
    "locale" TEXT,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "slowedUntil" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PrescriberLink" (
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "prescriberId" TEXT NOT NULL,

    CONSTRAINT "PrescriberLink_pkey" PRIMARY KEY ("tenantId","userId","prescriberId")
);

-- CreateTable
CREATE TABLE "Session" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "tenantId" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "reason" TEXT,
    "requestId" TEXT,
    "sealedSeq" BIGINT,
    "hash" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("tenantId","seq")
);

-- CreateTable
CREATE TABLE "Source" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "environment" TEXT,
    "ratePerSecond" INTEGER,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "SourceSecret" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "SourceSecret_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "SourceRefusal" (
    "tenantId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "fault" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SourceRefusal_pkey" PRIMARY KEY ("tenantId","sourceId","hour","fault")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "raw" BYTEA NOT NULL,
    "contentType" TEXT,
    "headers" JSONB NOT NULL,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "LedgerEvent" (
    "tenantId" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "sourceId" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "wireType" TEXT,
    "type" TEXT,
    "environment" TEXT,
    "occurredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "correlationId" TEXT,
    "actorId" TEXT,
    "raw" BYTEA,
    "deliveryId" TEXT,
    "deliveryIndex" INTEGER,
    "contentType" TEXT,
    "headers" JSONB NOT NULL,
    "data" JSONB,
    "factKey" TEXT,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "firstFailedAt" TIMESTAMPTZ(3),
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "processedAt" TIMESTAMPTZ(3),
    "retainUntil" TIMESTAMPTZ(3),
    "catalogVersion" INTEGER,

    CONSTRAINT "LedgerEvent_pkey" PRIMARY KEY ("tenantId","seq")
);

-- CreateTable
CREATE TABLE "EventSubject" (
    "tenantId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventSubject_pkey" PRIMARY KEY ("tenantId","kind","id","occurredAt","seq")
);

-- CreateTable
CREATE TABLE "DeadLetter" (
    "tenantId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "queue" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "cause" TEXT NOT NULL,
    "paths" TEXT[],
    "fingerprint" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "type" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeadLetter_pkey" PRIMARY KEY ("tenantId","seq")
);

-- CreateTable
CREATE TABLE "DeadLetterEpisode" (
    "tenantId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "episode" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "paths" TEXT[],
    "attempts" INTEGER NOT NULL,
    "failedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeadLetterEpisode_pkey" PRIMARY KEY ("tenantId","seq","episode")
);

-- CreateTable
CREATE TABLE "Prescription" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "system" TEXT NOT NULL,
    "code" TEXT,
    "patientId" TEXT,
    "prescriberId" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "emailState" TEXT NOT NULL,
    "emailAddress" TEXT,
    "emailCause" TEXT,
    "fillItems" JSONB NOT NULL,
    "expirationDate" DATE,
    "issuedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "terms" TEXT[],

    CONSTRAINT "Prescription_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PrescriptionTerm" (
    "tenantId" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "prescriptionId" TEXT NOT NULL,

    CONSTRAINT "PrescriptionTerm_pkey" PRIMARY KEY ("tenantId","term","prescriptionId")
);

-- CreateTable
CREATE TABLE "PrescriptionItem" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "prescriptionId" TEXT,

    CONSTRAINT "PrescriptionItem_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "EmailDelivery" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "prescriptionId" TEXT,

    CONSTRAINT "EmailDelivery_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Patient" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,

    CONSTRAINT "Patient_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PatientTerm" (
    "tenantId" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "patientId" TEXT NOT NULL,

    CONSTRAINT "PatientTerm_pkey" PRIMARY KEY ("tenantId","term","patientId")
);

-- CreateTable
CREATE TABLE "Dispense" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "prescriptionId" TEXT,
    "prescriptionCode" TEXT,
    "dispensationId" TEXT,
    "lotNumber" TEXT,

    CONSTRAINT "Dispense_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Dispensation" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "prescriptionId" TEXT,
    "prescriptionCode" TEXT,

    CONSTRAINT "Dispensation_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "StockReturn" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "dispenseId" TEXT,
    "prescriptionId" TEXT,

    CONSTRAINT "StockReturn_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "AlertOverride" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "prescriptionId" TEXT,

    CONSTRAINT "AlertOverride_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "MedicationRequest" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "prescriptionId" TEXT,
    "prescriptionBusinessId" TEXT,

    CONSTRAINT "MedicationRequest_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PharmacyOrder" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,

    CONSTRAINT "PharmacyOrder_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "OrderFill" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "registers" JSONB NOT NULL,
    "orderId" TEXT,
    "prescriptionId" TEXT,

    CONSTRAINT "OrderFill_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "tenantId" TEXT NOT NULL DEFAULT '*',
    "worker" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("tenantId","worker")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_tenantId_email_key" ON "User"("tenantId", "email");

-- CreateIndex
CREATE INDEX "PrescriberLink_tenantId_prescriberId_idx" ON "PrescriberLink"("tenantId", "prescriberId");

-- CreateIndex
CREATE INDEX "Session_tenantId_userId_idx" ON "Session"("tenantId", "userId");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_actorId_seq_idx" ON "AuditEntry"("tenantId", "actorId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_subjectKind_subjectId_seq_idx" ON "AuditEntry"("tenantId", "subjectKind", "subjectId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_tenantId_sealedSeq_key" ON "AuditEntry"("tenantId", "sealedSeq");

-- CreateIndex
CREATE UNIQUE INDEX "Source_tenantId_key_key" ON "Source"("tenantId", "key");

-- CreateIndex
CREATE INDEX "SourceSecret_tenantId_sourceId_idx" ON "SourceSecret"("tenantId", "sourceId");

-- CreateIndex
CREATE INDEX "LedgerEvent_tenantId_messageId_idx" ON "LedgerEvent"("tenantId", "messageId");

-- CreateIndex
CREATE INDEX "LedgerEvent_tenantId_type_seq_idx" ON "LedgerEvent"("tenantId", "type", "seq");

-- CreateIndex
CREATE INDEX "LedgerEvent_tenantId_status_seq_idx" ON "LedgerEvent"("tenantId", "status", "seq");

-- CreateIndex
CREATE INDEX "LedgerEvent_tenantId_sourceId_seq_idx" ON "LedgerEvent"("tenantId", "sourceId", "seq");

-- CreateIndex
CREATE INDEX "LedgerEvent_tenantId_receivedAt_seq_idx" ON "LedgerEvent"("tenantId", "receivedAt", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEvent_tenantId_sourceId_dedupeKey_key" ON "LedgerEvent"("tenantId", "sourceId", "dedupeKey");

-- CreateIndex
CREATE INDEX "DeadLetter_tenantId_state_fingerprint_seq_idx" ON "DeadLetter"("tenantId", "state", "fingerprint", "seq");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_code_idx" ON "Prescription"("tenantId", "code");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_patientId_idx" ON "Prescription"("tenantId", "patientId");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_updatedAt_id_idx" ON "Prescription"("tenantId", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_state_updatedAt_id_idx" ON "Prescription"("tenantId", "state", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_emailState_updatedAt_id_idx" ON "Prescription"("tenantId", "emailState", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_system_updatedAt_id_idx" ON "Prescription"("tenantId", "system", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_prescriberId_updatedAt_id_idx" ON "Prescription"("tenantId", "prescriberId", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_prescriberId_state_updatedAt_id_idx" ON "Prescription"("tenantId", "prescriberId", "state", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Prescription_tenantId_prescriberId_emailState_updatedAt_id_idx" ON "Prescription"("tenantId", "prescriberId", "emailState", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "PrescriptionTerm_tenantId_prescriptionId_idx" ON "PrescriptionTerm"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "PrescriptionItem_tenantId_prescriptionId_idx" ON "PrescriptionItem"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "EmailDelivery_tenantId_prescriptionId_idx" ON "EmailDelivery"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "PatientTerm_tenantId_patientId_idx" ON "PatientTerm"("tenantId", "patientId");

-- CreateIndex
CREATE INDEX "Dispense_tenantId_prescriptionId_idx" ON "Dispense"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "Dispense_tenantId_prescriptionCode_idx" ON "Dispense"("tenantId", "prescriptionCode");

-- CreateIndex
CREATE INDEX "Dispense_tenantId_lotNumber_idx" ON "Dispense"("tenantId", "lotNumber");

-- CreateIndex
CREATE INDEX "Dispensation_tenantId_prescriptionId_idx" ON "Dispensation"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "Dispensation_tenantId_prescriptionCode_idx" ON "Dispensation"("tenantId", "prescriptionCode");

-- CreateIndex
CREATE INDEX "StockReturn_tenantId_dispenseId_idx" ON "StockReturn"("tenantId", "dispenseId");

-- CreateIndex
CREATE INDEX "StockReturn_tenantId_prescriptionId_idx" ON "StockReturn"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "AlertOverride_tenantId_prescriptionId_idx" ON "AlertOverride"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "MedicationRequest_tenantId_prescriptionId_idx" ON "MedicationRequest"("tenantId", "prescriptionId");

-- CreateIndex
CREATE INDEX "MedicationRequest_tenantId_prescriptionBusinessId_idx" ON "MedicationRequest"("tenantId", "prescriptionBusinessId");

-- CreateIndex
CREATE INDEX "OrderFill_tenantId_orderId_idx" ON "OrderFill"("tenantId", "orderId");

-- CreateIndex
CREATE INDEX "OrderFill_tenantId_prescriptionId_idx" ON "OrderFill"("tenantId", "prescriptionId");


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- The words by which a closed list is held.
ALTER TABLE "LedgerEvent" ADD CONSTRAINT "LedgerEvent_status_check" CHECK ("status" IN ('received', 'processed', 'ignored', 'quarantined', 'dead'));
ALTER TABLE "LedgerEvent" ADD CONSTRAINT "LedgerEvent_bytes_check" CHECK (("raw" IS NULL) <> ("deliveryId" IS NULL));
ALTER TABLE "DeadLetter" ADD CONSTRAINT "DeadLetter_state_check" CHECK ("state" IN ('open', 'replaying', 'resolved', 'discarded'));
ALTER TABLE "User" ADD CONSTRAINT "User_role_check" CHECK ("role" IN ('doctor', 'pharmacist', 'admin'));

-- The queue: the ledger's due rows, oldest first. Small, whatever the history's length.
CREATE INDEX "LedgerEvent_due" ON "LedgerEvent" ("seq") INCLUDE ("nextAttemptAt") WHERE "status" = 'received';
-- Unsealed audit entries, for the sealer.
CREATE INDEX "AuditEntry_unsealed" ON "AuditEntry" ("tenantId", "seq") WHERE "hash" IS NULL;

-- Prefix search compares bytes, whatever the database's language.
ALTER TABLE "PrescriptionTerm" ALTER COLUMN "term" TYPE TEXT COLLATE "C";
ALTER TABLE "PatientTerm" ALTER COLUMN "term" TYPE TEXT COLLATE "C";

-- The audit is append-only: an entry may be sealed once and is otherwise never changed, never deleted.
CREATE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."hash" IS NULL AND NEW."hash" IS NOT NULL
     AND (to_jsonb(NEW) - 'hash' - 'sealedSeq') = (to_jsonb(OLD) - 'hash' - 'sealedSeq') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit is append-only';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();

-- The third wall: a query that forgets the tenant gets nothing. Forced, so that it binds the owner too.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT LIKE '\_prisma%' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    IF t IN ('SourceDirectory', 'AccountDirectory', 'SessionDirectory') THEN
      -- Read before the tenant is known; they hold nothing but the pointer to it.
      EXECUTE format('CREATE POLICY pointer ON %I USING (true) WITH CHECK (true)', t);
    ELSE
      EXECUTE format($p$CREATE POLICY tenant ON %I
        USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
        WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
    END IF;
  END LOOP;
END $$;
