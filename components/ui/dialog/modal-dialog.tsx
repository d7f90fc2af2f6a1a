'use client';

import dynamic from 'next/dynamic';
import type { ModalProps } from './modal-frame.tsx';

/** A dialog over the screen. Fetched when the first one opens: a screen is there before what covers it. */
export const ModalDialog = dynamic<ModalProps>(() => import('./modal-frame.tsx').then((module) => module.ModalFrame), {
  ssr: false,
});
