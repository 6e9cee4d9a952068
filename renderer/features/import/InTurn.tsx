import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * Draws its parts one after another, each in a task of its own: a preview is more than is drawn in one frame, and in between
 * keys and clicks are answered. What was drawn stays.
 */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(0);
  const isWhole = drawn >= parts.length;
  useEffect(() => {
    if (!isWhole) startTransition(() => setDrawn(drawn + 1));
  }, [drawn, isWhole]);
  return parts.slice(0, drawn);
}
