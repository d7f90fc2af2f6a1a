import { command } from '#scripts/command';
import { launch } from '#scripts/launch';
import { welcome } from '#scripts/welcome';
import { untilStopped } from './until-stopped.ts';

await command(() =>
  untilStopped(async (stack) => {
    console.log(welcome(await launch({ nodeEnv: 'development', prepare: async () => undefined }, stack)));
  }),
);
process.exit();
