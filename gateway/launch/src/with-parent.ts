/**
 * Loaded before a process's own code (`node --import`): when the process that started it is gone, however it went,
 * this one ends too. A kill -9 of the launcher would otherwise leave services behind that hold the ports.
 */
const graceMs = 5_000;

if (process.channel) {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), graceMs).unref();
  });
  process.channel.unref();
}
