import { isLoopback } from '#lib/domain/base/web/loopback';
import { CannotStart } from './cannot-start.ts';

/** The demo is shown to other machines by a second word only. @throws CannotStart */
export function refusePublicDemo(asked: {
  readonly demo: boolean;
  readonly demoPublic: boolean;
  readonly host: string;
}) {
  const { demo, demoPublic, host } = asked;
  if (!demo || demoPublic || isLoopback(host)) return;
  throw new CannotStart(
    `HOST is ${host}, which other machines may reach, and the passwords of the demo are published: set HOST to 127.0.0.1, or SCRIPTLINE_DEMO_PUBLIC=1 to show the demo to all of them.`,
  );
}
