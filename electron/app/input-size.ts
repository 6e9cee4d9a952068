const deepest = 32;

/**
 * About how many bytes a call's input takes, counting no further than `cap`; null when it is nested deeper than any
 * channel's input (or in a circle).
 */
export function inputSize(input: unknown, cap: number): number | null {
  let size = 0;
  const count = (value: unknown, depth: number): boolean => {
    if (depth > deepest) return false;
    if (typeof value === 'string') size += value.length;
    else if (ArrayBuffer.isView(value)) size += value.byteLength;
    else if (value !== null && typeof value === 'object') {
      for (const key of Object.keys(value)) {
        size += key.length + 4;
        if (size > cap) return true;
        if (!count((value as Record<string, unknown>)[key], depth + 1)) return false;
      }
    } else size += 8;
    return true;
  };
  return count(input, 0) ? size : null;
}
