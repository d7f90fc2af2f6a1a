// Goes before a process to be tried with a wrong clock: CHAOS_CLOCK_MS is added to every "now" of this process.
const shift = Number(process.env['CHAOS_CLOCK_MS'] ?? 0);
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, called) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + shift] : given, called),
  apply: () => new RealDate(RealDate.now() + shift).toString(),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + shift : Reflect.get(target, name)),
});
