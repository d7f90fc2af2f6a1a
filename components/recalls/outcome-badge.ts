import { CircleCheck, type LucideIcon, MessageSquare, PackageCheck, PhoneMissed, UserX } from 'lucide-react';
import type { ContactOutcome } from '#lib/domain/recalls/outcome';

export const outcomeLooks: Readonly<
  Record<ContactOutcome, readonly [tone: 'good' | 'warn' | 'neutral', icon: LucideIcon]>
> = {
  left_message: ['warn', MessageSquare],
  no_answer: ['warn', PhoneMissed],
  reached: ['good', CircleCheck],
  returned: ['good', PackageCheck],
  given_up: ['neutral', UserX],
};
