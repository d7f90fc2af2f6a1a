/** Keeps the languages of this product (`languages`, two letters each) of one of React Aria's word tables; `next.config.ts` says where it runs. */
module.exports = function oursOnly(source) {
  const { languages } = this.getOptions();
  const another = `(?!(?:${languages.join('|')})-)[a-z]{2}-[A-Z]{2}`;
  return source.replace(new RegExp(`^(?:import .*/${another}\\.mjs";|\\s+"${another}": .*)$`, 'gm'), '');
};
