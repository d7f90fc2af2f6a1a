'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { refusalKey } from './use-connection-action.ts';

type Props = {
  readonly title: string;
  readonly confirm: string;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly ready?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Asks what a change of a connection needs, and says why it was refused. */
export function FormDialog({ error, ready = true, ...dialog }: Props) {
  const t = useTranslations('sources');
  return <ActionDialog {...dialog} isReady={ready} failure={error ? t(`refused.${refusalKey(error)}`) : null} />;
}
