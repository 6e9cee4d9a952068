import type { host as dutch } from '../nl/host.ts';
import type { Wording } from '../wording.ts';

export const host: Wording<typeof dutch> = {
  noBrowser:
    'No Edge, Chrome or Chromium found on this computer. Install one, or see Voldaan without a screen: npm run demo',
  noSuchBrowser:
    'The browser that CHROME names is not there: {{browser}}. Name another, or leave CHROME out to look for an installed one.',
  browserFailed:
    'The browser {{browser}} did not start. Update it or name another with CHROME. Without a screen: npm run demo',
  noDataFolder:
    'The data folder {{folder}} cannot be written in ({{code}}). Check the disk and the permissions, or name another folder with VOLDAAN_DATA.',
  noScreen: 'There is no screen to open the window on. Without a screen: npm run demo',
  alreadyOpen: 'Voldaan is already open; its window comes to the front.',
  /** Title of the machine's own window for it. */
  chooseFolder: 'Choose the import folder',
};
