-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- A place and a hash go together, and places begin at one: no line is beside the chain. What somebody has put there before is told by the check,
-- and keeps nobody from a new version.
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_sealed_check"
  CHECK (("hash" IS NULL) = ("sealedSeq" IS NULL) AND ("sealedSeq" IS NULL OR "sealedSeq" > 0)) NOT VALID;

-- Lines are written plain; the worker seals them afterwards.
CREATE FUNCTION "audit_is_born_plain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a line of the audit is sealed after it was written';
END $$;
CREATE TRIGGER "AuditEntry_born_plain" BEFORE INSERT ON "AuditEntry" FOR EACH ROW
  WHEN (NEW."hash" IS NOT NULL OR NEW."sealedSeq" IS NOT NULL) EXECUTE FUNCTION "audit_is_born_plain"();
