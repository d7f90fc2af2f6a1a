import { command } from '#scripts/launcher/command';
import { generateClient } from '#scripts/launcher/generate';
import { step } from '#scripts/launcher/progress';
import { withDatabase } from '#scripts/launcher/with-database';

await command(async () => {
  await generateClient();
  await withDatabase(async ({ adminUrl }) => {
    const { rebuild } = await import('#lib/processing/replays/rebuild');
    const { events, unreadable } = await step('Rebuilding every projection from the ledger', () =>
      // The role that migrates: the serving one may not truncate.
      rebuild(adminUrl),
    );
    console.log(`${events} events folded${unreadable > 0 ? `, ${unreadable} could not be read` : ''}.`);
  });
});
process.exit();
