/** The shape of a catalogue with any text in place of the Dutch: what the English one must fill completely. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };
