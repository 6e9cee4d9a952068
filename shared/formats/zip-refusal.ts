export type ZipFault = 'damaged' | 'too-large' | 'unsafe' | 'encrypted' | 'method';

/** Ends the reading of a zip; `entry` is the name of what it failed on, empty for the whole. */
export class ZipRefusal extends Error {
  constructor(
    readonly fault: ZipFault,
    readonly entry = '',
  ) {
    super(`${fault} ${entry}`);
    this.name = 'ZipRefusal';
  }
}
