'use client';

import { useState } from 'react';
import { TextField } from './text-field.tsx';

type Reason = {
  /** Without the spaces around it. */
  readonly text: string;
  /** True when the text is as long as required. */
  readonly isEnough: boolean;
  readonly written: string;
  readonly write: (written: string) => void;
};

/** A reason of at least so many characters. */
export function useReason(least: number): Reason {
  const [written, write] = useState('');
  const text = written.trim();
  return { text, isEnough: text.length >= least, written, write };
}

type Props = { readonly label: string; readonly advice?: string; readonly reason: Reason; readonly isFirst?: boolean };

/** Where a reason that is required is written. */
export function ReasonField({ reason, ...field }: Props) {
  return <TextField {...field} value={reason.written} onChange={reason.write} maxLength={500} required />;
}
