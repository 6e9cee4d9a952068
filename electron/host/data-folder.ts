import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { errorCode } from '../files/disk.ts';

/** Where Voldaan keeps everything: `VOLDAAN_DATA`, else the platform's own place for application files. Absolute. */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env.VOLDAAN_DATA) return resolve(env.VOLDAAN_DATA);
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Voldaan');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Voldaan');
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'voldaan');
}

/** Makes the data folder where it is not there yet. Answers the code of the system when it cannot be written in, else null. */
export function unusableFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return errorCode(error);
  }
}
