import { join } from 'node:path';
import type { LetterService } from '../app/letter-service.ts';
import { createLetterService } from './letter-service.ts';
import { createPoolRenderer } from './pool.ts';

/** The letters of a built application: `dist` holds `electron/letter-worker.cjs` and `assets/`. */
export function builtLetters(dist: string): LetterService {
  const workerFile = join(dist, 'electron', 'letter-worker.cjs');
  return createLetterService(createPoolRenderer({ workerFile, assetsFolder: join(dist, 'assets') }));
}
