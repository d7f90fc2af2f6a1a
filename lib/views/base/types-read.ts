export { readTypes as typesRead } from '#lib/events/catalog';
