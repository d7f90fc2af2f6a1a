import type { Size } from './fault.ts';

/**
 * True where something took no longer than it may. The short form runs among other tests on whatever machine there is: it distinguishes a
 * stall from a slow machine, ten times over; the figure itself is judged by the full form.
 */
export function inTime(size: Size, took: number, most: number): boolean {
  return took <= (size === 'full' ? most : 10 * most);
}
