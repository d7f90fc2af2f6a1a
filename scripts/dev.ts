import { command } from '#scripts/command';
import { launch } from '#scripts/launch';
import { untilStopped } from '#scripts/until-told-to-stop';
import { welcome } from '#scripts/welcome';

await command(() =>
  untilStopped(async (stack) => {
    console.log(welcome(await launch({ nodeEnv: 'development', prepare: async () => undefined }, stack)));
  }),
);
process.exit();
