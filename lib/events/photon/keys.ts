import { systemKeys } from '../system-keys.ts';

export const { key, about } = systemKeys('photon');
