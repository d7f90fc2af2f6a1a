-- AlterTable
ALTER TABLE "LedgerEvent" ADD COLUMN     "amendmentId" TEXT;

-- CreateTable
CREATE TABLE "DeadLetterTally" (
    "tenantId" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "type" TEXT,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "open" INTEGER NOT NULL DEFAULT 0,
    "replaying" INTEGER NOT NULL DEFAULT 0,
    "resolved" INTEGER NOT NULL DEFAULT 0,
    "discarded" INTEGER NOT NULL DEFAULT 0,
    "firstAt" TIMESTAMPTZ(3),
    "lastAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeadLetterTally_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "whole" BOOLEAN NOT NULL,
    "text" TEXT,
    "wireType" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3),
    "actorId" TEXT,
    "data" JSONB,
    "reason" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decision" TEXT,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "DeadLetterTally_tenantId_fingerprint_sourceId_bucket_idx" ON "DeadLetterTally"("tenantId", "fingerprint", "sourceId", "bucket");

-- CreateIndex
CREATE INDEX "Amendment_tenantId_seq_proposedAt_idx" ON "Amendment"("tenantId", "seq", "proposedAt");

-- CreateIndex
CREATE INDEX "DeadLetter_tenantId_fingerprint_sourceId_state_seq_idx" ON "DeadLetter"("tenantId", "fingerprint", "sourceId", "state", "seq");


-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- An amendment waits, is decided once, and never by its author; at most one waits and one is read for an event.
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_state_check" CHECK ("state" IN ('proposed', 'approved', 'refused', 'withdrawn', 'superseded'));
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_second_person" CHECK ("state" NOT IN ('approved', 'superseded', 'refused') OR "decidedBy" <> "authorId");
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_decided" CHECK (("state" = 'proposed') = ("decidedBy" IS NULL));
CREATE UNIQUE INDEX "Amendment_one_proposed" ON "Amendment" ("tenantId", "seq") WHERE "state" = 'proposed';
CREATE UNIQUE INDEX "Amendment_one_approved" ON "Amendment" ("tenantId", "seq") WHERE "state" = 'approved';

-- What was proposed never changes: it is decided, superseded, and loses its content with the event's. It is never deleted.
CREATE FUNCTION "amendment_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decision text[] := ARRAY['state', 'decidedBy', 'decidedAt', 'decision'];
  content text[] := ARRAY['text', 'data'];
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - decision - content) = (to_jsonb(OLD) - decision - content)
     AND (OLD."state" = 'proposed' OR NEW."state" = OLD."state" OR (OLD."state" = 'approved' AND NEW."state" = 'superseded'))
     AND (OLD."state" = 'proposed' OR (NEW."decidedBy", NEW."decidedAt", NEW."decision") IS NOT DISTINCT FROM (OLD."decidedBy", OLD."decidedAt", OLD."decision"))
     AND (NEW."text" IS NULL OR NEW."text" IS NOT DISTINCT FROM OLD."text")
     AND (NEW."data" IS NULL OR NEW."data" IS NOT DISTINCT FROM OLD."data") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an amendment is kept as it was proposed and decided';
END $$;
CREATE TRIGGER "Amendment_kept" BEFORE UPDATE OR DELETE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION "amendment_is_kept"();

-- Nothing but retention removes a dead letter, and it never removes an open one. Its episodes are append-only.
CREATE FUNCTION "dead_letter_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" IN ('open', 'replaying') THEN
    RAISE EXCEPTION 'an open dead letter is never removed';
  END IF;
  IF current_setting('app.retention', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'nothing but retention removes a dead letter';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "DeadLetter_kept" BEFORE DELETE ON "DeadLetter" FOR EACH ROW EXECUTE FUNCTION "dead_letter_is_kept"();

CREATE FUNCTION "episode_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('app.retention', true) = 'on' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'what failed is never told otherwise';
END $$;
CREATE TRIGGER "DeadLetterEpisode_kept" BEFORE UPDATE OR DELETE ON "DeadLetterEpisode" FOR EACH ROW EXECUTE FUNCTION "episode_is_kept"();

-- The counts of groups, as differences: an insert of ours never waits for another's.
CREATE FUNCTION "tally_added_letters"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DeadLetterTally" ("tenantId", "fingerprint", "sourceId", "cause", "type", "bucket", "open", "replaying", "resolved", "discarded", "firstAt", "lastAt")
  SELECT "tenantId", "fingerprint", "sourceId", "cause", "type", date_trunc('hour', "openedAt"),
    count(*) FILTER (WHERE "state" = 'open'), count(*) FILTER (WHERE "state" = 'replaying'),
    count(*) FILTER (WHERE "state" = 'resolved'), count(*) FILTER (WHERE "state" = 'discarded'), min("openedAt"), max("openedAt")
  FROM added GROUP BY 1, 2, 3, 4, 5, 6;
  RETURN NULL;
END $$;
CREATE FUNCTION "tally_changed_letters"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DeadLetterTally" ("tenantId", "fingerprint", "sourceId", "cause", "type", "bucket", "open", "replaying", "resolved", "discarded", "firstAt", "lastAt")
  SELECT "tenantId", "fingerprint", "sourceId", "cause", "type", date_trunc('hour', "openedAt"),
    coalesce(sum(n) FILTER (WHERE "state" = 'open'), 0), coalesce(sum(n) FILTER (WHERE "state" = 'replaying'), 0),
    coalesce(sum(n) FILTER (WHERE "state" = 'resolved'), 0), coalesce(sum(n) FILTER (WHERE "state" = 'discarded'), 0),
    min("openedAt") FILTER (WHERE n > 0), max("openedAt") FILTER (WHERE n > 0)
  FROM (SELECT *, 1 AS n FROM added UNION ALL SELECT *, -1 FROM gone) moved GROUP BY 1, 2, 3, 4, 5, 6;
  RETURN NULL;
END $$;
CREATE FUNCTION "tally_removed_letters"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DeadLetterTally" ("tenantId", "fingerprint", "sourceId", "cause", "type", "bucket", "resolved", "discarded")
  SELECT "tenantId", "fingerprint", "sourceId", "cause", "type", date_trunc('hour', "openedAt"),
    -count(*) FILTER (WHERE "state" = 'resolved'), -count(*) FILTER (WHERE "state" = 'discarded')
  FROM gone GROUP BY 1, 2, 3, 4, 5, 6;
  RETURN NULL;
END $$;
CREATE FUNCTION "tally_emptied_letters"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE "DeadLetterTally";
  RETURN NULL;
END $$;
CREATE TRIGGER "DeadLetter_added" AFTER INSERT ON "DeadLetter" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "tally_added_letters"();
CREATE TRIGGER "DeadLetter_changed" AFTER UPDATE ON "DeadLetter" REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "tally_changed_letters"();
CREATE TRIGGER "DeadLetter_removed" AFTER DELETE ON "DeadLetter" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "tally_removed_letters"();
CREATE TRIGGER "DeadLetter_emptied" AFTER TRUNCATE ON "DeadLetter" FOR EACH STATEMENT EXECUTE FUNCTION "tally_emptied_letters"();

-- Ignored events of a type, by the catalogue that ignored them: what a newer one can read is a range.
CREATE INDEX "LedgerEvent_ignored" ON "LedgerEvent" ("tenantId", "type", "catalogVersion", "seq") WHERE "status" = 'ignored';

-- The third wall, as in the first migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['DeadLetterTally', 'Amendment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON %I
      USING ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')
      WITH CHECK ("tenantId" = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*')$p$, t);
  END LOOP;
END $$;

-- Those that are there already are counted; the role that migrates sees every tenant for the length of it.
SELECT set_config('app.tenant', '*', true);
INSERT INTO "DeadLetterTally" ("tenantId", "fingerprint", "sourceId", "cause", "type", "bucket", "open", "replaying", "resolved", "discarded", "firstAt", "lastAt")
SELECT "tenantId", "fingerprint", "sourceId", "cause", "type", date_trunc('hour', "openedAt"),
  count(*) FILTER (WHERE "state" = 'open'), count(*) FILTER (WHERE "state" = 'replaying'),
  count(*) FILTER (WHERE "state" = 'resolved'), count(*) FILTER (WHERE "state" = 'discarded'), min("openedAt"), max("openedAt")
FROM "DeadLetter" GROUP BY 1, 2, 3, 4, 5, 6;
SELECT set_config('app.tenant', '', true);
