import type { LucideIcon } from 'lucide-react';

/** One line of a menu: does something, or goes somewhere. */
export type MenuChoice = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly href?: string;
};
