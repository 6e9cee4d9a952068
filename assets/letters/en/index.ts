import { charges } from './charges.ts';
import { debitReversal } from './debit-reversal.ts';
import { defaultNotice } from './default-notice.ts';
import { demand } from './demand.ts';
import { finalDemand } from './final-demand.ts';
import { fourteenDayLetter } from './fourteen-day-letter.ts';
import { labels } from './labels.ts';
import { plain } from './plain.ts';
import { reminder } from './reminder.ts';
import { secondReminder } from './second-reminder.ts';
import { specification } from './specification.ts';

export const en = {
  labels,
  charges,
  specification,
  plain,
  kinds: {
    reminder,
    'second-reminder': secondReminder,
    demand,
    'default-notice': defaultNotice,
    'fourteen-day-letter': fourteenDayLetter,
    'final-demand': finalDemand,
    'debit-reversal': debitReversal,
  },
} as const;
