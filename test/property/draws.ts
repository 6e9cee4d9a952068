import fc from 'fast-check';

// A test run draws the same each time, so that it fails for a change and never by chance; with FUZZ_RUNS it draws anew.
if (process.env.FUZZ_RUNS === undefined) fc.configureGlobal({ seed: 20_261_122 });

export { default } from 'fast-check';
