/**
 * Starts to measure; the function it returns stops and tells both times in milliseconds.
 *
 * Elapsed time includes waiting for other work on the machine and for child processes; processor time is that of this process.
 */
exports.startStopwatch = startStopwatch;

/** Measures every later call of a method; the function it returns tells the processor time of all of them. */
exports.timeCalls = (target, method) => {
  const original = target[method].bind(target);
  let total = 0;
  target[method] = (...args) => {
    const stop = startStopwatch();
    const result = original(...args);
    total += stop().processor;
    return result;
  };
  return () => total;
};

function startStopwatch() {
  const [elapsed, processor] = [performance.now(), processorTime()];
  return () => ({ elapsed: performance.now() - elapsed, processor: processorTime() - processor });
}

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
