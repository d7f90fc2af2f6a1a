import { buildWhenStale } from '#scripts/launcher/build';
import { command } from '#scripts/launcher/command';
import { launch } from '#scripts/launcher/launch';
import { untilStopped } from '#scripts/launcher/until-stopped';
import { welcome } from '#scripts/launcher/welcome';

await command(() =>
  untilStopped(async (stack) => {
    const launched = await launch(
      {
        nodeEnv: 'production',
        prepare: (growing) => buildWhenStale((child) => growing.defer(() => void child.kill())),
      },
      stack,
    );
    console.log(welcome(launched));
    process.send?.({ ready: launched.address });
  }),
);
process.exit();
