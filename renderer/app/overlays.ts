import { createSpotlight } from '@mantine/spotlight';
import { createStore } from 'zustand/vanilla';

/** The palette's own switch. */
export const [paletteStore, palette] = createSpotlight();

export function openPalette(): void {
  palette.open();
}

/** Whether the shortcut sheet is open. */
export const sheetStore = createStore<{ readonly open: boolean }>(() => ({ open: false }));

export function openSheet(): void {
  sheetStore.setState({ open: true });
}
