import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Component tests ask for a DOM themselves: `// @vitest-environment happy-dom` on their first line.
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
