/** Keeps English and Spanish of one of React Aria's word tables; `next.config.ts` says where it runs. */
const other = /^(?:import .*\/(?!en-US|es-ES)[a-z]{2}-[A-Z]{2}\.mjs";|\s+"(?!en-US|es-ES)[a-z]{2}-[A-Z]{2}": .*)$/gm;

module.exports = (source) => source.replace(other, '');
