import * as fc from 'fast-check';

const AT_A_TIME = 10;

/**
 * Draws cases and looks for a fault in each, several at a time. The first fault is looked for again, one case after the
 * other, to find the smallest case that has it.
 */
export async function expectNoFault<T>(cases: fc.Arbitrary<T>, numRuns: number, faultOf: (one: T) => Promise<string | undefined>): Promise<void> {
  const { seed = Math.trunc(performance.timeOrigin) } = fc.readConfigureGlobal();
  const drawn = fc.sample(cases, { seed, numRuns });
  const faults = await severalAtATime(drawn, faultOf);
  const first = faults.findIndex((fault) => fault !== undefined);
  if (first < 0) return;
  const count = faults.filter(Boolean).length;
  await fc.assert(fc.asyncProperty(cases, async (one) => {
    const fault = await faultOf(one);
    if (fault) throw new Error(`${count} of ${numRuns} cases are at fault; the first:\n${fault}`);
  }), { seed, path: `${first}`, numRuns });
}

async function severalAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return results;
}
