import { z } from 'zod';
import { limits } from './limits.ts';

z.config({ jitless: true });

/*
 * THE contract between renderer and main: every channel with its input and output. The client, the handlers and the
 * allow-list are inferred from it. No channel takes or returns an absolute path; files are `{kind, id}`.
 */

/** Name of a book: an administration's id, or `kantoor` for the office's own. Also its folder name. */
export const bookId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileKinds = [
  'letter-pdf',
  'letter-mail',
  'dossier',
  'logo',
  'source',
  'invoice-copy',
  'backup',
  'print',
  'export',
] as const;
/** What the screens may hand in: by kind its size is limited and its content checked. */
const uploadKinds = ['logo', 'source', 'invoice-copy', 'dossier'] as const;
export type UploadKind = (typeof uploadKinds)[number];
export const fileReference = z.object({
  kind: z.enum(fileKinds),
  id: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,159}$/),
});
/** Where an import folder is, by its last two parts; `isChosen`: not the one in the data folder. */
const folderPlace = z.object({ name: z.string(), isChosen: z.boolean() });
/** A file in an import folder as it was when it was seen. */
const waitingFileId = z.string().regex(/^[0-9a-f]{32}$/);
const issuedFile = z.object({ file: fileReference, name: z.string(), bytes: z.int(), sha256 });
const receipt = z.object({ letterId: z.string(), pages: z.int(), pdf: issuedFile, eml: issuedFile.nullable() });
/** A LetterPlan as text (canonical JSON); main parses it with the schema of shared/domain/letter-schema. */
const planJson = z.string().max(limits.callBytes);
const failure = z.object({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** One-time address on the app's own origin where the bytes can be read. */
const oneTimeUrl = z.string();
const nothing = z.object({});

export const contract = {
  /** First call of the renderer: where it runs and what day it is. `now` is local, `YYYY-MM-DDTHH:MM:SS`. */
  'app.start': {
    input: nothing,
    output: z.object({
      host: z.enum(['electron', 'browser', 'memory']),
      platform: z.enum(['win32', 'darwin', 'linux']),
      version: z.string(),
      today: isoDate,
      now: z.string(),
      dataFolder: z.string(),
      freeBytes: z.number(),
      safeMode: z.boolean(),
      /** Books that have a journal on disk, `kantoor` excluded. */
      books: z.array(bookId),
      styleNonce: z.string(),
    }),
  },
  'app.now': { input: nothing, output: z.object({ today: isoDate, now: z.string() }) },
  'app.openExternal': { input: z.object({ target: z.enum(['guide', 'licences', 'issues']) }), output: nothing },

  /** State of a book's journal. `seq` 0 = nothing yet. `snapshotSeq` null = no snapshot. */
  'journal.status': {
    input: z.object({ book: bookId }),
    output: z.object({
      seq: z.int(),
      snapshotSeq: z.int().nullable(),
      /** A database below this number (after a restore, or once old commits were cleared) is emptied and rebuilt from the snapshot. */
      rebuildBelow: z.int(),
      /** First line that cannot be trusted (torn tail lines are dropped silently and not reported). */
      broken: z.object({ line: z.int(), reason: z.string() }).nullable(),
      bytes: z.number(),
      lastBackupAt: z.string().nullable(),
    }),
  },
  /**
   * Appends one commit: `parts` are JSON texts of `Change[]`, in order. `done` closes it; a large commit may take several
   * calls with the same `seq`, and counts only once closed. Returns after fsync. Fails with journal-behind when `seq` is not the next.
   */
  'journal.append': {
    input: z.object({
      book: bookId,
      seq: z.int().positive(),
      parts: z.array(z.string()),
      done: z.boolean(),
      /** Number of the first of these parts within the commit; 0 starts the commit anew after an interrupted one. */
      firstPart: z.int().nonnegative().optional(),
      /** `parts` is one text instead: the base64 of the gzip of the parts, joined by line breaks. For large commits. */
      packed: z.boolean().optional(),
    }),
    output: z.object({ seq: z.int(), bytes: z.number() }),
  },
  /** Reads closed commits after `afterSeq`, oldest first, up to about 4 MB a call; `snapshot` serves the newest snapshot's changes instead. */
  'journal.read': {
    input: z.object({
      book: bookId,
      afterSeq: z.int(),
      from: z.enum(['journal', 'snapshot']),
      cursor: z.int().default(0),
    }),
    output: z.object({
      commits: z.array(z.object({ seq: z.int(), parts: z.array(z.string()), done: z.boolean() })),
      /** Null when all has been read. */
      nextCursor: z.int().nullable(),
    }),
  },

  /** PDF and mail of a letter that is not issued; the PDF is stamped VOORBEELD — NIET VERZONDEN. */
  'letters.preview': {
    input: z.object({ book: bookId, plan: planJson }),
    output: z.object({
      pdf: oneTimeUrl,
      pages: z.int(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      /** The mail's HTML under its own policy, to be shown in a frame; null when no mail goes with the letter. */
      mailUrl: oneTimeUrl.nullable(),
      missingGlyphs: z.array(z.string()),
    }),
  },
  /** Makes the files of planned letters; idempotent: what has a receipt is returned as it was. Failures are per letter. */
  'letters.issue': {
    input: z.object({ book: bookId, plans: z.array(planJson).max(limits.lettersPerCall) }),
    output: z.object({
      results: z.array(z.object({ letterId: z.string(), receipt: receipt.nullable(), failure: failure.nullable() })),
    }),
  },
  /** One merged PDF of issued letters, ready to print. */
  'letters.printBatch': {
    input: z.object({ book: bookId, letterIds: z.array(z.string()).max(2000) }),
    output: z.object({ file: fileReference, pages: z.int() }),
  },

  'files.open': { input: z.object({ book: bookId, file: fileReference }), output: nothing },
  'files.reveal': { input: z.object({ book: bookId, file: fileReference }), output: nothing },
  'files.print': { input: z.object({ book: bookId, file: fileReference }), output: nothing },
  /** A one-time address for the bytes of a stored file. */
  'files.url': { input: z.object({ book: bookId, file: fileReference }), output: z.object({ url: oneTimeUrl }) },
  /** Writes a text of the screens' own making into the folder `uitvoer` of the book, over an earlier one of that name. */
  'files.export': {
    input: z.object({
      book: bookId,
      name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}\.(?:json|csv)$/),
      text: z.string().max(limits.exportedText),
    }),
    output: z.object({ file: fileReference, name: z.string() }),
  },
  /** Uploads a file in chunks of at most `limits.chunkBytes` (base64); the last call (`done`) stores it under its hash and returns it. */
  'files.upload': {
    input: z.object({
      book: bookId,
      kind: z.enum(uploadKinds),
      uploadId: z.string().regex(/^[a-z0-9-]{1,64}$/),
      name: z.string().max(255),
      chunk: z.string(),
      done: z.boolean(),
    }),
    output: z.object({ file: fileReference.nullable(), sha256: sha256.nullable() }),
  },

  /**
   * What waits in the import folders of these books (criterion A11): plain files that are no longer being written. `settling`:
   * others may be; look again in a few seconds.
   */
  'importFolder.look': {
    input: z.object({ books: z.array(bookId).max(2000) }),
    output: z.object({
      folders: z.array(
        z.object({
          book: bookId,
          place: folderPlace,
          /** `missing`: it cannot be reached now. `refused`: it is a link, or cannot be read. */
          state: z.enum(['ready', 'missing', 'refused']),
          files: z.array(
            z.object({
              id: waitingFileId,
              name: z.string(),
              bytes: z.number(),
              /** Milliseconds since 1970. */
              modified: z.number(),
            }),
          ),
          /** Older ones are there, to be listed once these are gone. */
          more: z.boolean(),
          /** Files in it that were said not to be imported. */
          passedOver: z.int(),
          settling: z.boolean(),
        }),
      ),
    }),
  },
  /**
   * A one-time address for the bytes of a file that waits. Fails with not-found when it was changed since it was seen, with
   * unreadable while another program keeps it.
   */
  'importFolder.url': { input: z.object({ book: bookId, id: waitingFileId }), output: z.object({ url: oneTimeUrl }) },
  /** Moves a file that was imported out of the way, to `verwerkt` in its folder; where it cannot be moved it is passed over. */
  'importFolder.putAway': { input: z.object({ book: bookId, id: waitingFileId }), output: nothing },
  /** Leaves files where they are and lists them no more, until they are changed or `importFolder.showAll`. */
  'importFolder.passOver': {
    input: z.object({ book: bookId, ids: z.array(waitingFileId).max(limits.importFolderFiles) }),
    output: nothing,
  },
  'importFolder.showAll': { input: z.object({ book: bookId }), output: nothing },
  /** Opens the import folder in the machine's file manager; that in the data folder is made when it is not there yet. */
  'importFolder.open': { input: z.object({ book: bookId }), output: nothing },
  /**
   * Asks for the folder to watch, in the machine's own window. `cancelled`: none was chosen; `no-chooser`: the machine cannot
   * ask; `chooser-failed`: its window did not open, or ended without an answer; the others say why the folder cannot be it (`in-use` by `book`). `name` is of that folder, or of the one as it is.
   */
  'importFolder.choose': {
    input: z.object({ book: bookId, language: z.enum(['nl', 'en']) }),
    output: z.object({
      outcome: z.enum([
        'chosen',
        'cancelled',
        'no-chooser',
        'chooser-failed',
        'drive',
        'own-data',
        'in-use',
        'unreadable',
      ]),
      name: z.string(),
      book: bookId.nullable(),
    }),
  },
  /** Back to the folder in the data folder. The files of the one before stay where they are. */
  'importFolder.reset': { input: z.object({ book: bookId }), output: nothing },

  /**
   * Writes a debtor's dossier ZIP. `ledger` is the JSON of its DebtorLedger, `events` of both chains, `merged` of the debtors that
   * became part of it with theirs (absent = none), `rates` of the tables in force.
   */
  'dossier.export': {
    input: z.object({
      book: bookId,
      debtorId: z.int(),
      ledger: z.string(),
      events: z.string(),
      administrationEvents: z.string(),
      merged: z.string().optional(),
      administration: z.string(),
      rates: z.string(),
      today: isoDate,
    }),
    output: z.object({ file: fileReference, name: z.string(), files: z.int(), bytes: z.number(), sha256 }),
  },
  /** Checks every hash and the chain of a dossier ZIP (stored, or uploaded as kind `dossier`). */
  'dossier.verify': {
    input: z.object({ book: bookId, file: fileReference }),
    output: z.object({ ok: z.boolean(), events: z.int(), files: z.int(), firstBroken: z.string().nullable() }),
  },

  'backup.list': {
    input: z.object({ book: bookId }),
    output: z.object({
      backups: z.array(
        z.object({ id: z.string(), at: z.string(), seq: z.int(), bytes: z.number(), reason: z.string() }),
      ),
    }),
  },
  /** Snapshot of the journal, verified by reading it back; `made` false when nothing changed since the last. */
  'backup.make': {
    input: z.object({ book: bookId, reason: z.enum(['daily', 'on-demand', 'before-migration', 'before-restore']) }),
    output: z.object({ id: z.string().nullable(), made: z.boolean(), at: z.string() }),
  },
  /** Puts an older backup back as the book's newest state; what was there is kept as a backup first. */
  'backup.restore': { input: z.object({ book: bookId, id: z.string() }), output: z.object({ seq: z.int() }) },
  /** Leaves a line in the log: ids and counts only, other texts become their length. */
  'log.write': {
    input: z.object({
      level: z.enum(['info', 'warn', 'error']),
      event: z.string().max(80),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    output: nothing,
  },
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
export type ParsedInput<C extends Channel> = z.output<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;

/** Events main may send to the renderer. */
const hostEvents = {
  /** The day rolled over, or the clock was set. */
  today: z.object({ today: isoDate }),
  /** Another start was attempted: come to the front. */
  focus: nothing,
  /** Free space fell below the limit, or rose above it again. */
  disk: z.object({ freeBytes: z.number(), safeMode: z.boolean() }),
} as const;
export type HostEvent = keyof typeof hostEvents;
export type HostEventData<E extends HostEvent> = z.output<(typeof hostEvents)[E]>;
