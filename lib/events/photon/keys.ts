import { systemKeys } from '../system-keys.ts';

export const { key: photonKey, about: aboutPhoton } = systemKeys('photon');
