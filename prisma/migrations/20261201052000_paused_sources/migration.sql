-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "activeSince" TIMESTAMPTZ(3),
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "stateBy" TEXT,
ADD COLUMN     "stateReason" TEXT;

-- What Prisma's schema cannot say ─────────────────────────────────────────────────────────────────────────

-- A source is active, paused or off: never two of them.
ALTER TABLE "Source" ADD CONSTRAINT "Source_state_check" CHECK ("pausedAt" IS NULL OR "disabledAt" IS NULL);
