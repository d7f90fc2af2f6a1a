/** A session's limits, in seconds. */
export const idleSeconds = 15 * 60;
export const absoluteSeconds = 12 * 60 * 60;
/** `lastSeenAt` is written at most this often. */
export const touchSeconds = 60;

export type SessionTimes = { readonly lastSeenAt: Date; readonly expiresAt: Date; readonly endedAt: Date | null };

/** True while a session is valid at `now`: not ended, within twelve hours of sign-in, and active in the last fifteen minutes. */
export function isLive({ lastSeenAt, expiresAt, endedAt }: SessionTimes, now: Date): boolean {
  return endedAt === null && now < expiresAt && now.getTime() - lastSeenAt.getTime() < idleSeconds * 1000;
}

export function isTouchDue({ lastSeenAt }: Pick<SessionTimes, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= touchSeconds * 1000;
}

/** When the session ends if nothing renews it. */
export function endsAt({ lastSeenAt, expiresAt }: Pick<SessionTimes, 'lastSeenAt' | 'expiresAt'>): Date {
  return new Date(Math.min(lastSeenAt.getTime() + idleSeconds * 1000, expiresAt.getTime()));
}
