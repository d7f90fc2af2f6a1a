import { command } from '#scripts/launcher/command';
import { launch } from '#scripts/launcher/launch';
import { untilStopped } from '#scripts/launcher/until-stopped';
import { welcome } from '#scripts/launcher/welcome';

await command(() =>
  untilStopped(async (stack) => {
    console.log(welcome(await launch({ nodeEnv: 'development', prepare: async () => undefined }, stack)));
  }),
);
process.exit();
