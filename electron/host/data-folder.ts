import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

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
