import { useState } from 'react';
import type { Failure } from '#shared/contract/errors.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { failureOf } from '../../../state/session.ts';
import { runCommand, type UndoText } from '../../../state/undo.ts';
import { differenceOf } from './rate-edit.ts';

export interface RateSave {
  /** Puts tables in force, with an undo; true when they are on disk. Tables equal to the shipped ones are not kept as own. */
  save(tables: RateTables, text: UndoText): Promise<boolean>;
  readonly failure: Failure | null;
  dismiss(): void;
}

export function useRateSave(): RateSave {
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    save: async (tables, text) => {
      setFailure(null);
      try {
        const rates = differenceOf(builtInRates, tables).none ? null : tables;
        await runCommand({ type: 'save-rates', rates }, text);
        return true;
      } catch (error) {
        setFailure(failureOf(error));
        return false;
      }
    },
    failure,
    dismiss: () => setFailure(null),
  };
}
