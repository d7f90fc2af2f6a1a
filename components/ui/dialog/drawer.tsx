'use client';

import dynamic from 'next/dynamic';
import type { DrawerProps } from './drawer-frame.tsx';

/** Details beside the list. Fetched when the first one opens. */
export const Drawer = dynamic<DrawerProps>(() => import('./drawer-frame.tsx').then((module) => module.DrawerFrame), {
  ssr: false,
});
