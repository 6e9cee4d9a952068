import { createContext, type ReactNode, useContext, useEffect } from 'react';

export type Density = 'compact' | 'normal' | 'comfortable';

/** Height of a list row in pixels at the browser's normal zoom. */
const rowHeights: Readonly<Record<Density, number>> = { compact: 28, normal: 32, comfortable: 40 };

const DensityContext = createContext<Density>('normal');

/** Sets the row height of every list below it, and of the style sheets through `data-density`. */
export function DensityProvider({ density, children }: { readonly density: Density; readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return <DensityContext value={density}>{children}</DensityContext>;
}

export function useRowHeight(): number {
  return rowHeights[useContext(DensityContext)];
}
