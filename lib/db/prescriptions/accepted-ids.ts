/**
 * The ids by which events of a source may name its tenant: the source's own, where it has one, else the tenant's. `s` is the source and `t` the tenant.
 * Receipt, replay and amendment judge by the same.
 */
export const acceptedIds = `case when s."wireId" is null then t."wireIds" else array[s."wireId"] end as "wireIds"`;
