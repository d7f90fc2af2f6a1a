import { systemKeys } from '../system-keys.ts';

export const { key: osiguKey, about: aboutOsigu } = systemKeys('osigu');
