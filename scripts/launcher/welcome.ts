import { demoAccounts, demoPassword } from '#prisma/demo';
import type { Launched } from './launch.ts';

/** The last thing a start says: where to go, and as whom. One account of each role is enough; the others are in the contract. */
export function welcome({ address, demo, logs }: Launched): string {
  return [
    '',
    `Scriptline is ready at ${address}`,
    ...(demo ? signIns() : []),
    '',
    ...(logs ? [`Logs and data are in ${logs}.`] : []),
    'Ctrl-C stops it.',
  ].join('\n');
}

function signIns(): string[] {
  const firsts = demoAccounts.filter(
    ({ tenantId, role }, at) =>
      demoAccounts.findIndex((other) => other.tenantId === tenantId && other.role === role) === at,
  );
  return [
    '',
    `Sign in with the password ${demoPassword} as`,
    ...firsts.map(({ email, role, inCharge }) => `  ${email.padEnd(22)} ${inCharge ? `${role} in charge` : role}`),
  ];
}
