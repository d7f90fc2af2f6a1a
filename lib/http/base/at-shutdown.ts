type Hook = (answered: Promise<void>) => Promise<void>;

const key = Symbol.for('scriptline.shutdown');

/** Registers work to be done when the web process stops; `answered` resolves once the last answer is out. Returns the function that unregisters it. */
export function atShutdown(hook: Hook): () => void {
  const found: unknown = Reflect.get(globalThis, key);
  const hooks = found instanceof Set ? found : new Set();
  if (hooks !== found) Reflect.set(globalThis, key, hooks);
  hooks.add(hook);
  return () => hooks.delete(hook);
}
