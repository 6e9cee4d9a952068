import { join } from 'node:path';
import { runHeadless } from './commands/headless.ts';

// The code is set, not exited with: stdout may be a pipe that still holds the document.
runHeadless(process.argv.slice(2), join(import.meta.dirname, '..')).then((code) => {
  process.exitCode = code;
});
