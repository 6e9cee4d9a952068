/** From, percent per year, where it was found, how certain it is. */
export type TableRow = readonly [from: string, percent: string, source: string, confidence: string];
