import type { host as dutch } from '../nl/host.ts';
import type { Wording } from '../wording.ts';

export const host: Wording<typeof dutch> = {
  noBrowser:
    'No Edge, Chrome or Chromium found on this computer. Install one, or see Voldaan without a screen: npm run demo',
  noScreen: 'There is no screen to open the window on. Without a screen: npm run demo',
  alreadyOpen: 'Voldaan is already open; its window comes to the front.',
  /** Title of the machine's own window for it. */
  chooseFolder: 'Choose the import folder',
};
