import type { Tx } from './in-tenant.ts';
import { prisma } from './prisma.ts';

/** One transaction of the worker, which sees every tenant. Each statement in it names the tenant that it is about. */
export function acrossTenants<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma('any').$transaction(work);
}
