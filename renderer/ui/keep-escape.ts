import type { KeyboardEvent } from 'react';

/** For what floats over a screen: Escape closes it and is not heard by the screen beneath, which would go back. */
export function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
