import type { KeyboardEvent } from 'react';

export interface GridKeyboard {
  readonly count: number;
  /** Index of the active row; -1 when there is none. */
  readonly index: number;
  /** Index of the active column heading while the headings have the keyboard; null while the rows have it. */
  readonly heading: number | null;
  readonly headings: number;
  readonly rowsPerPage: number;
  readonly onMove: (index: number, extend: boolean) => void;
  readonly onHeading: (index: number | null) => void;
  readonly onSort: (heading: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onToggleAll: () => void;
  readonly onOpen: (index: number) => void;
}

const clamp = (value: number, highest: number) => Math.max(0, Math.min(value, highest));

function target(key: string, grid: GridKeyboard): number | null {
  const last = grid.count - 1;
  const { index, rowsPerPage } = grid;
  switch (key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return clamp(index + 1, last);
    case 'ArrowUp':
    case 'k':
    case 'K':
      return clamp(index - 1, last);
    case 'PageDown':
      return clamp(index + rowsPerPage, last);
    case 'PageUp':
      return clamp(index - rowsPerPage, last);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function onHeadingKey(event: KeyboardEvent, grid: GridKeyboard, heading: number): boolean {
  if (event.key === 'ArrowRight') grid.onHeading(clamp(heading + 1, grid.headings - 1));
  else if (event.key === 'ArrowLeft') grid.onHeading(clamp(heading - 1, grid.headings - 1));
  else if (event.key === 'ArrowDown' || event.key === 'Escape') grid.onHeading(null);
  else if (event.key === 'Enter' || event.key === ' ') grid.onSort(heading);
  else return false;
  return true;
}

/**
 * Keys of a grid with one tab stop: ↑↓ and J K move, PageUp/Down, Home and End jump, Shift extends the selection, Space selects,
 * Ctrl+A selects all, Enter opens; ↑ from the first row reaches the headings, where ←→ move and Enter sorts.
 */
export function handleGridKey(event: KeyboardEvent, grid: GridKeyboard): void {
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey || (command && event.key.toLowerCase() !== 'a')) return;
  if (grid.heading !== null) {
    if (!command && onHeadingKey(event, grid, grid.heading)) event.preventDefault();
    return;
  }
  if (command) {
    grid.onToggleAll();
  } else if (event.key === ' ' && grid.index >= 0) {
    grid.onToggle(grid.index);
  } else if (event.key === 'Enter' && grid.index >= 0) {
    grid.onOpen(grid.index);
  } else if ((event.key === 'ArrowUp' || event.key === 'k') && grid.index <= 0) {
    grid.onHeading(0);
  } else {
    const next = target(event.key, grid);
    if (next === null || grid.count === 0) return;
    grid.onMove(next, event.shiftKey);
  }
  event.preventDefault();
  event.stopPropagation();
}
