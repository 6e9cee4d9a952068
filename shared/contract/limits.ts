/** Sizes every boundary keeps to, in bytes unless the name says otherwise. */
export const limits = {
  /** One call over the bridge; larger originals go up in chunks, small enough that the page stays alive while it sends one. */
  callBytes: 12 * 1024 * 1024,
  chunkBytes: 512 * 1024,
  /** What the packed parts of one journal call may unpack to. */
  callUnpackedBytes: 64 * 1024 * 1024,
  /** An open-items table; the rows and cells of any table, and the lines of a bank file: what they become has to fit in memory. */
  tableBytes: 100 * 1024 * 1024,
  tableRows: 500_000,
  tableCells: 20_000_000,
  /** Characters of a line of a table, and of what a bank file says of one transaction. */
  lineLength: 1_000_000,
  /** A file its reader takes in one piece: a bank file, an invoice, a zip of them. */
  wholeFileBytes: 100 * 1024 * 1024,
  /** Characters of a text the screens have written to disk. */
  exportedText: 4 * 1024 * 1024,
  /** The original of an import, auditfiles included; it goes up in chunks. */
  sourceBytes: 1024 * 1024 * 1024,
  /** A file taken from an import folder, which the host reads in one piece; and how many of a folder are looked at. */
  importFolderBytes: 512 * 1024 * 1024,
  importFolderFiles: 500,
  /** A copy of an invoice. */
  invoiceCopyBytes: 20 * 1024 * 1024,
  logoBytes: 4 * 1024 * 1024,
  /** A dossier ZIP offered for verification, and what its files may come to unpacked. */
  dossierBytes: 256 * 1024 * 1024,
  dossierUnpackedBytes: 1024 * 1024 * 1024,
  dossierEntries: 20_000,
  /** Below this free space the application starts in safe mode. */
  safeModeFreeBytes: 200 * 1024 * 1024,
  lettersPerCall: 20,
} as const;
