import { fail, ok, type Result } from '#shared/contract/errors.ts';
import {
  type Channel,
  contract,
  type HostEvent,
  type HostEventData,
  type Output,
  type ParsedInput,
} from '#shared/contract/ipc.ts';

import { limits } from '#shared/contract/limits.ts';
import { hashBytes, hashText } from '#shared/domain/event.ts';
import type { LetterPlan, LetterReceipt } from '#shared/domain/letter.ts';
import type { Bridge } from './client.ts';
import { MemoryFolders } from './memory-folders.ts';
import { MemoryJournal, unpackedParts } from './memory-journal.ts';
import { tinyPdf } from './tiny-pdf.ts';

type Handlers = { [C in Channel]: (input: ParsedInput<C>) => Result<Output<C>> };

/** What outlives a memory host. */
export interface MemoryDisk {
  readonly journal: MemoryJournal;
  readonly receipts: Map<string, LetterReceipt>;
  /** How often each letter was made, by book and letter id. */
  readonly made: Map<string, number>;
}

export interface MemoryHostOptions {
  readonly today?: string;
  readonly safeMode?: boolean;
  /** What an earlier host left on disk, as if the machine was started again. */
  readonly disk?: MemoryDisk;
  /** Letters that cannot be made. */
  readonly failing?: (plan: LetterPlan) => boolean;
  /** Answers in place of the real handler, so that a test can make the host fail where it wants to. */
  readonly before?: (channel: Channel, input: unknown) => Result<never> | undefined;
}

/** A memory host's bridge, and what a test may do to it besides. */
export interface MemoryBridge extends Bridge {
  readonly disk: MemoryDisk;
  readonly journal: MemoryJournal;
  readonly made: ReadonlyMap<string, number>;
  readonly importFolders: MemoryFolders;
  emit<E extends HostEvent>(event: E, data: HostEventData<E>): void;
  /** The host ends: pending and later calls fail. */
  end(): void;
}

/**
 * The whole contract in the memory of this page, for component tests and `vite dev` with `?host=memory`. Not a host to
 * keep books with: what it holds is gone with the page.
 */
export function memoryHost(options: MemoryHostOptions = {}): MemoryBridge {
  const today = options.today ?? '2026-11-20';
  const now = `${today}T09:00:00`;
  const disk = options.disk ?? { journal: new MemoryJournal(() => now), receipts: new Map(), made: new Map() };
  const { journal, receipts, made } = disk;
  const uploads = new Map<string, string[]>();
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const importFolders = new MemoryFolders(Date.parse(now));

  function issue(book: string, plan: LetterPlan, json: string): LetterReceipt {
    const key = `${book}/${plan.id}`;
    const known = receipts.get(key);
    if (known) return known;
    const sha256 = hashText(json);
    const file = (kind: 'letter-pdf' | 'letter-mail', extension: string) => ({
      file: { kind, id: `${plan.id}.${extension}` },
      name: `brieven/${plan.date}/${plan.debtor.code}.${extension}`,
      bytes: json.length,
      sha256,
    });
    const mailed = plan.channels.includes('email');
    const receipt = {
      letterId: plan.id,
      pages: 1,
      pdf: file('letter-pdf', 'pdf'),
      eml: mailed ? file('letter-mail', 'eml') : null,
    };
    receipts.set(key, receipt);
    made.set(key, (made.get(key) ?? 0) + 1);
    return receipt;
  }

  const handlers: Handlers = {
    'app.start': () =>
      ok({
        host: 'memory',
        platform: 'linux',
        version: '0.0.0',
        today,
        now,
        dataFolder: 'memory',
        freeBytes: 10 * limits.safeModeFreeBytes,
        safeMode: options.safeMode ?? false,
        books: journal.books().filter((book) => book !== 'kantoor'),
        styleNonce: '',
      }),
    'app.now': () => ok({ today, now }),
    'app.openExternal': () => ok({}),
    'journal.status': ({ book }) => ok(journal.status(book)),
    'journal.append': ({ book, seq, parts, done, firstPart, packed }) =>
      journal.append(book, seq, packed ? unpackedParts(parts) : parts, done, firstPart),
    'journal.read': ({ book, afterSeq, from, cursor }) => ok(journal.read(book, afterSeq, from, cursor)),
    'letters.preview': ({ plan }) => {
      const { kind, debtor } = JSON.parse(plan) as LetterPlan;
      const subject = `${kind} ${debtor.name}`;
      return ok({
        pdf: addressOf(tinyPdf(subject), 'application/pdf'),
        pages: 1,
        subject,
        text: subject,
        html: '',
        mailUrl: null,
        missingGlyphs: [],
      });
    },
    'letters.issue': ({ book, plans }) =>
      ok({
        results: plans.map((json) => {
          const plan = JSON.parse(json) as LetterPlan;
          const letterId = plan.id;
          if (!options.failing?.(plan)) return { letterId, receipt: issue(book, plan, json), failure: null };
          return { letterId, receipt: null, failure: { code: 'render-failed', message: 'as asked', params: {} } };
        }),
      }),
    'letters.printBatch': ({ letterIds }) =>
      ok({ file: { kind: 'print', id: `print-${letterIds.length}.pdf` }, pages: letterIds.length }),
    'files.open': () => ok({}),
    'files.reveal': () => ok({}),
    'files.print': () => ok({}),
    'files.url': ({ file }) => ok({ url: addressOf(tinyPdf(file.id), 'application/pdf') }),
    'files.export': ({ name }) => ok({ file: { kind: 'export', id: name }, name: `uitvoer/${name}` }),
    'files.upload': ({ book, kind, uploadId, chunk, done }) => {
      const chunks = [...(uploads.get(`${book}/${uploadId}`) ?? []), chunk];
      uploads.set(`${book}/${uploadId}`, chunks);
      if (!done) return ok({ file: null, sha256: null });
      const bytes = chunks.flatMap((part) => [...atob(part)].map((char) => char.charCodeAt(0)));
      const sha256 = hashBytes(Uint8Array.from(bytes));
      return ok({ file: { kind, id: sha256 }, sha256 });
    },
    ...importFolders.handlers,
    'dossier.export': ({ debtorId, ledger, events }) => {
      const name = `dossier-${debtorId}.zip`;
      return ok({
        file: { kind: 'dossier', id: name },
        name,
        files: 1,
        bytes: ledger.length,
        sha256: hashText(ledger + events),
      });
    },
    'dossier.verify': () => ok({ ok: true, events: 0, files: 1, firstBroken: null }),
    'backup.list': ({ book }) => ok({ backups: journal.backups(book) }),
    'backup.make': ({ book, reason }) => ok(journal.backUp(book, reason)),
    'backup.restore': ({ book, id }) => journal.restore(book, id),
    'log.write': () => ok({}),
  };

  const subscribe = (event: string, listener: (data: unknown) => void) => {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
  };
  const tell = (event: string, data: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(data);
  };
  let ended = false;

  return {
    disk,
    journal,
    made,
    importFolders,
    on: subscribe,
    emit: tell,
    end: () => {
      ended = true;
    },
    call: async (channel, input) => {
      if (ended) throw new Error('the host has ended');
      if (!(channel in contract)) return fail('unknown-channel', channel);
      const known = channel as Channel;
      const parsed = contract[known].input.safeParse(input);
      if (!parsed.success) return fail('bad-input', parsed.error.message);
      const instead = options.before?.(known, parsed.data);
      // It died under this very call: nobody answers.
      if (ended) throw new Error('the host has ended');
      if (instead) return instead;
      // Structured like the real bridge: nothing the page does to an answer reaches the host.
      return structuredClone((handlers[known] as (input: unknown) => Result<unknown>)(parsed.data));
    },
  };
}

function addressOf(bytes: Uint8Array<ArrayBuffer>, mime: string): string {
  if (typeof URL.createObjectURL !== 'function') return `memory:${hashBytes(bytes)}`;
  return URL.createObjectURL(new Blob([bytes], { type: mime }));
}
