/**
 * Starts to measure; the function it returns stops and tells both times in milliseconds.
 *
 * Elapsed time includes waiting for other work on the machine and for child processes; processor time is that of this process.
 */
exports.startStopwatch = startStopwatch;

function startStopwatch() {
  const [elapsed, processor] = [performance.now(), processorTime()];
  return () => ({ elapsed: performance.now() - elapsed, processor: processorTime() - processor });
}

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
