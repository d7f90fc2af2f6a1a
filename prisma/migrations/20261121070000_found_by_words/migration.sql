-- AlterTable
ALTER TABLE "Prescription" ADD COLUMN     "words" TEXT[];

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "name" TEXT;

-- DropIndex
DROP INDEX "Prescription_tenantId_updatedAt_id_idx";

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- What is kept so far, of every tenant, for the length of this transaction.
SELECT set_config('app.tenant', '*', true);
UPDATE "Prescription" SET "words" = "terms" WHERE octet_length(array_to_string("terms", ' ')) <= 1500;
UPDATE "Product" SET "name" = lower(regexp_replace(normalize(registers->'display'->>'v', NFD), '[\u0300-\u036f]', '', 'g'))
  WHERE coalesce(registers->'display'->>'v', '') <> '';
SELECT set_config('app.tenant', '', true);

-- A page of the list in its order, with what a search of a common word looks at: read from the index alone.
CREATE INDEX "Prescription_page" ON "Prescription" ("tenantId", "updatedAt" DESC, "id") INCLUDE ("words");
