import { createContext, useContext } from 'react';
import type { ChoicesByUnit } from '#renderer/db/import-api.ts';
import type { DropChoices } from '#shared/domain/drop/drop.ts';

/** Choices that are being read: what is drawn does not know of them yet. Empty once it does. */
export const PendingChoices = createContext<ChoicesByUnit>({});

const nothing: DropChoices = {};

/** What was chosen of a unit and is being read: its fields show this, not what the file was read as before. */
export function usePending(unitId: string): DropChoices {
  return useContext(PendingChoices)[unitId] ?? nothing;
}
