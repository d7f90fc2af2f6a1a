/** The product's own system: of what people do in it, and of what it does by itself. */
export const ownSystem = 'scriptline';

/** The three sending systems, and our own. A prescription's identity is (tenant, system, external id): it is never merged across systems. */
export const systems = ['osigu', 'photon', 'medication', ownSystem] as const;
export type System = (typeof systems)[number];

/** The wire formats a source can speak. */
export const wireFormatNames = ['osigu', 'photon', 'medication-service', 'standard'] as const;
export type WireFormatName = (typeof wireFormatNames)[number];
