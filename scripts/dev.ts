import { command } from '#scripts/launcher/command';
import { launch } from '#scripts/launcher/launch';
import { untilStopped } from '#scripts/launcher/until-stopped';
import { welcome } from '#scripts/launcher/welcome';

await command(() =>
  untilStopped(async (stack) => {
    const launched = await launch({ nodeEnv: 'development', prepare: async () => undefined }, stack);
    console.log(welcome(launched));
    // The bench waits for it.
    process.send?.({ ready: launched.address });
  }),
);
process.exit();
