import type { Host } from './host.ts';

/** The three desktops Voldaan knows; other Unixes count as Linux. */
export function desktopPlatform(platform: NodeJS.Platform = process.platform): Host['platform'] {
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux';
}
