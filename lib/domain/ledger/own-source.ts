import { ownSystem } from '#lib/domain/base/system';

/** The tenant's own source: what people do in the product, and what the product does by itself, comes from it. */
export const ownSource = ownSystem;
