/** Our parent process is gone, and with it everybody who could stop us: then we stop as on SIGTERM, and leave nothing running. */
export function stopWhenLeftAlone() {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  look.unref();
}
