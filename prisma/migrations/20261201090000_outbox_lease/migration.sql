-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "taken_until" TIMESTAMPTZ(3);
