import { runChecks } from '#scripts/checks/run-checks';
import { command } from '#scripts/launcher/command';

await command(async () => {
  const { failed } = await runChecks();
  if (failed > 0) process.exitCode = 1;
});
