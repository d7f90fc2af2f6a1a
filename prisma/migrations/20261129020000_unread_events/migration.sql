-- "catalogVersion" says from now on whether anything was read of an event (1) or it was ignored because nothing was (0). Of what is kept so far, all
-- that was ignored was ignored for that, but for the visits to a counter that are of no concern to a prescription.
SELECT set_config('app.tenant', '*', true);
UPDATE "LedgerEvent" SET "catalogVersion" = 0 WHERE "status" = 'ignored'
  AND "type" NOT IN ('dispensing.started', 'dispensing.completed', 'dispensing.cancelled');
SELECT set_config('app.tenant', '', true);
