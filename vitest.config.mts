import { defineConfig } from 'vitest/config';

/** Where `.ci/run` wants the counts; the console gets the usual report. */
const report = process.env.VOLDAAN_TEST_REPORT;

export default defineConfig({
  test: {
    // Component tests ask for a DOM themselves: `// @vitest-environment happy-dom` on their first line.
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Polling asks until it is so; a loaded machine takes longer than the second it waits by itself.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report ? { outputFile: { json: report } } : {}),
  },
});
