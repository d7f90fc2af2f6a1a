import { command } from '#scripts/command';
import { launch } from '#scripts/launch';
import { untilToldToStop } from '#scripts/until-told-to-stop';
import { welcome } from '#scripts/welcome';

await command(() =>
  untilToldToStop(async (stack) => {
    console.log(welcome(await launch({ nodeEnv: 'development', prepare: async () => undefined }, stack)));
  }),
);
process.exit();
