/** Reads values that mostly repeat the one before, as the account and the date of a line do. */
export function repeating<V, T>(read: (value: V) => T): (value: V) => T {
  let known: { readonly value: V; readonly found: T } | null = null;
  return (value) => {
    if (known?.value !== value) known = { value, found: read(value) };
    return known.found;
  };
}
