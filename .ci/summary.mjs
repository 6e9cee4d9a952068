// Prints `N passed, N failed` from Vitest's JSON report; exit code 0 only when nothing failed.
import { readFileSync } from 'node:fs';

const [report, failedOutside] = process.argv.slice(2);

function counts() {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be read has no tests in it: it counts as one failure.
    const failed = numFailedTests > 0 || success ? numFailedTests : Math.max(1, numFailedTestSuites);
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = counts();
const all = failed === 0 && failedOutside === '1' ? 1 : failed;
console.log(`${passed} passed, ${all} failed`);
process.exit(all === 0 ? 0 : 1);
