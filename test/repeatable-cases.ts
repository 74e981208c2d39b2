import * as fc from 'fast-check';

/** Property tests draw the same cases in every run; `npm run fuzz` draws others. */
if (!process.env.FUZZ_RUNS) fc.configureGlobal({ seed: 20 });
