-- AlterTable
ALTER TABLE "DemoMail" ALTER COLUMN "tenantId" DROP DEFAULT;

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- The demo's mails were everybody's to read: whose each is was not kept, so those of before go. The tenants' wall is around the table already.
-- (`TRUNCATE`, because the wall hides rows from whoever migrates.)
TRUNCATE "DemoMail";
