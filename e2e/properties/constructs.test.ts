import { disagreement, refusal } from './agreement';
import { expectNoFault } from './cases';
import { changedInputs } from './changed-inputs';
import { validInputs } from './valid-inputs';
import { onEachVersion } from '../each-version';

const runs = Number(process.env.FUZZ_RUNS ?? 360);

/** Milliseconds, for a machine that is busy. */
const timeout = Math.max(120_000, runs * 100);

// Addresses of Services that the generators ask for are in these ranges.
const flags = ['--service-cluster-ip-range=10.96.0.0/16,fd00::/108'];

onEachVersion((cluster, version) => {
  const minor = Number(version.split('.')[1]);
  const minors = Array.from({ length: minor - 21 }, (_, index) => 22 + index);

  test('whatever a construct writes for this version or an older one is accepted, without a warning that no check announces', async () => {
    await expectNoFault(validInputs(minors), runs, (input) => refusal(cluster(), input));
  }, timeout);

  test('what a construct refuses is refused by the API server, and what it accepts is accepted', async () => {
    await expectNoFault(changedInputs(validInputs([minor])), runs, (input) => disagreement(cluster(), input));
  }, timeout);
}, { flags });
