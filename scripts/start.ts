import { buildWhenStale } from '#scripts/build';
import { command } from '#scripts/command';
import { launch } from '#scripts/launch';
import { welcome } from '#scripts/welcome';
import { untilStopped } from './until-stopped.ts';

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
