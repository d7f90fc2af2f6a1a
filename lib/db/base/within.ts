/** It took longer than whoever asked can wait; what it was may still come to pass. */
export class TookTooLong extends Error {
  readonly code = 'ETIMEDOUT';
}

/** What `work` answers, or a rejection when it has not after so many milliseconds. The work itself goes on. @throws TookTooLong */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
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
      return await within(Math.max(0, left), ask());
    } finally {
      left -= performance.now() - began;
    }
  };
}
