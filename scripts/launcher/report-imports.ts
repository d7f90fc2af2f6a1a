import { registerHooks } from 'node:module';

// Given to a process by `--import`: it reports each file of ours that it loads, before it reads it, so that a file that cannot be read is known too.
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:') && !url.includes('/node_modules/')) process.send?.({ imports: url });
    return nextLoad(url, context);
  },
});
