import type { herstel as dutch } from '../nl/herstel.ts';
import type { Wording } from '../wording.ts';

export const herstel: Wording<typeof dutch> = {
  title: 'Recovery',
  'journal-behind': {
    sentence: 'The working database of {{name}} holds more changes than the journal on disk.',
    found:
      'The data folder was probably put back or copied from another computer. The journal is the source; the working database is a copy of it.',
    restore:
      'The working database is built again from the journal. Changes that exist only in the working database are dropped.',
  },
  'journal-broken': {
    sentence: 'The journal of {{name}} contains a damaged line.',
    found: 'Everything before the damaged line was checked and is in order. What follows cannot be trusted.',
    restore: 'Put the newest backup back. The present files are kept as a backup first.',
  },
  'newer-version': {
    sentence: '{{name}} was made with a newer version of Voldaan.',
    found: 'This version cannot change the data without risk. Nothing was changed.',
    restore: 'Install the newest version of Voldaan and open the administration again.',
  },
  'safe-mode': {
    sentence: 'The disk is almost full; {{name}} is read-only.',
    found: 'Less than 200 MB is free. The working database was not opened, so that nothing can be damaged.',
    restore: 'Free some disk space. Voldaan then continues by itself.',
  },
  whatFound: 'What was found',
  whatKept: 'What was kept',
  whatNext: 'What will happen',
  kept: 'The journal, the letters and the backups are unchanged on disk. While this screen is open nothing is written.',
  rebuild: 'Build again from the journal',
  rebuildQuestion: 'The working database of {{name}} is built again from the journal.',
  rebuildConfirm: 'Build again',
  restoreNewest: 'Put the backup of {{date}} back',
  restoreQuestion:
    'The state of {{date}} becomes the newest state of {{name}}. The present state is kept as a backup first.',
  restoreConfirm: 'Put back',
  noBackups: 'No backup was found. Copy the details and contact support before anything is changed.',
  tryAgain: 'Try again',
  otherAdministration: 'Open another administration',
  details: 'Details',
};
