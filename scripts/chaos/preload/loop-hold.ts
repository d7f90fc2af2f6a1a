// Goes before a process: tells its parent, when asked, how long the event loop was held at most since the last time, in milliseconds of this
// thread's own work (what the rest of a busy machine takes from it is no fault of the code), and whether a body crawled into a prototype.
const step = 2;
let longest = 0;
let before = process.threadCpuUsage();

setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  before = process.threadCpuUsage();
  longest = Math.max(longest, (user + system) / 1000);
}, step).unref();

process.on('message', (message) => {
  if (message !== 'loop-hold') return;
  process.send?.({ held: longest, polluted: 'polluted' in {} });
  longest = 0;
});
