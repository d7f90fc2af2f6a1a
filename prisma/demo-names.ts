import { demoAccounts, demoSources, demoTenants } from '#prisma/demo';

/** The marks that distinguish the demo's tenants from a real one. */
export const demoNames = {
  tenantIds: demoTenants.map(({ tenantId }) => tenantId),
  emails: demoAccounts.map(({ email }) => email),
  keys: demoSources.map(({ key }) => key),
};
