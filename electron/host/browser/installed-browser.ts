import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

type Environment = Readonly<Record<string, string | undefined>>;

/** Names on a Linux PATH, best first; snap's Chromium cannot reach every folder and comes last. */
const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];

/** Where Edge, Chrome or Chromium may be on this machine, best first. */
export function browserCandidates(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    const roots = ['/Applications', `${home}/Applications`];
    return names.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...linuxNames.flatMap((name) => folders.map((folder) => join(folder, name))), '/snap/bin/chromium'];
}

/** Path of the browser to use: `CHROME`, an installed one, or the one Playwright fetched. Null when there is none. */
export function installedBrowser(env: Environment = process.env): string | null {
  const asked = env.CHROME;
  if (asked) return existsSync(asked) ? asked : null;
  return [...browserCandidates(env), chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}
