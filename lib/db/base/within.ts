/** It took longer than the caller can wait; the work may still complete. */
export class TookTooLong extends Error {
  readonly code = 'ETIMEDOUT';
}

/** The result of `work`, or a rejection when there is none after so many milliseconds. The work itself goes on. @throws TookTooLong */
export async function settleWithin<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** So many milliseconds for several questions together; what passes between them is not counted. */
export function patienceOf(ms: number): <T>(ask: () => Promise<T>) => Promise<T> {
  let left = ms;
  return async (ask) => {
    const began = performance.now();
    try {
      return await settleWithin(Math.max(0, left), ask());
    } finally {
      left -= performance.now() - began;
    }
  };
}
