// Type-checks every folder against only its own libraries: DOM types do not exist in shared/, Node types not in renderer/.
import { spawnSync } from 'node:child_process';

const folders = ['shared', 'electron', 'renderer', 'test'];
let failed = false;
for (const folder of folders) {
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { stdio: 'inherit' });
  if (run.status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
