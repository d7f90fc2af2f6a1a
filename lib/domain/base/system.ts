/** The three sending systems, and our own. A prescription's identity is (tenant, system, external id): it is never merged across systems. */
export const systems = ['osigu', 'photon', 'medication', 'scriptline'] as const;
export type System = (typeof systems)[number];

/** The wire formats a source can speak. */
export const wireFormatNames = ['osigu', 'photon', 'medication-service', 'standard'] as const;
export type WireFormatName = (typeof wireFormatNames)[number];
