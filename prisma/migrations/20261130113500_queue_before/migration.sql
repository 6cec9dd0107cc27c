-- what is handed to the lead and given back waits again where it waited
ALTER TABLE "review_items" ADD COLUMN     "came_from" TEXT;
