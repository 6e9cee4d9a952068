import { type Failure, FailureError, ok, type Result } from '#shared/contract/errors.ts';
import { bookId, type Input, type Output } from '#shared/contract/ipc.ts';
import { demoBook } from '#shared/demo/generate.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { folded } from '#shared/i18n/folded.ts';
import { books, office, onBooks } from '../db/client.ts';
import { forgetAnswers, onReadFailure, refreshAnswers } from '../db/read/live.ts';
import { forgetAcceptedStale } from '../db/read/proposals.ts';
import { ask, call, connectHost, on } from '../host/client.ts';
import { startBooks } from '../workers/connect.ts';
import { leaveBatch, resumeUnfinished } from './batch.ts';
import { rememberMarks } from './marks.ts';
import { loadPreferences } from './preferences.ts';
import { sessionStore } from './session-store.ts';
import { forgetUndo } from './undo.ts';

export { isWritable, type Session, useSession } from './session-store.ts';
export { demoBook };

/** The office's own book: settings and the names of administrations. */
export const officeBook = 'kantoor';

const set = sessionStore.setState;

/** Turns whatever was thrown into the failure a screen can show. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), params: {} };
}

/**
 * Connects to the host, opens the office's book and the last administration. Ends in any phase but `starting`. `answer` is
 * what the host said to `app.start`, when it was asked before.
 */
export async function startSession(answer?: Result<Output<'app.start'>>): Promise<void> {
  try {
    await connectHost();
    const started = answer ?? (await call('app.start', {}));
    if (!started.ok) throw new FailureError(started.error);
    const host = started.value;
    set({ host, today: host.today, safeMode: host.safeMode });
    listen();
    startBooks(failStart);
    await openOffice(host.safeMode);
    const settings = await office.settings();
    loadPreferences(settings);
    set({ administrations: host.books.map((id) => ({ id, name: nameIn(settings, id) })) });
    await openFirst(settings['last-book']);
  } catch (error) {
    set({ phase: 'failed', error: failureOf(error) });
  }
}

/** A start that waits for a worker that is not there would wait forever. */
function failStart(message: string): void {
  if (sessionStore.getState().phase === 'starting') set({ phase: 'failed', error: failureOf(new Error(message)) });
}

/**
 * Opens the office's book. It holds settings and names only, so what stands in its way is cleared without asking: a
 * database ahead of its journal is built again, a damaged journal goes back to its newest backup.
 */
async function openOffice(safeMode: boolean): Promise<void> {
  const state = await office.open(officeBook, { safeMode });
  if (state.state === 'ready' || state.reason === 'safe-mode' || state.reason === 'newer-version') return;
  if (state.reason === 'journal-broken') {
    const { backups } = await ask('backup.list', { book: officeBook });
    const newest = backups.reduce<(typeof backups)[number] | null>(
      (latest, backup) => (latest && latest.seq > backup.seq ? latest : backup),
      null,
    );
    if (!newest) return;
    await ask('backup.restore', { book: officeBook, id: newest.id });
  }
  await office.discardDatabase(officeBook);
  await office.open(officeBook);
}

async function openFirst(last: unknown): Promise<void> {
  const { administrations } = sessionStore.getState();
  const first = administrations.find(({ id }) => id === last) ?? (administrations.length === 1 && administrations[0]);
  if (first) await openBook(first.id);
  else set({ phase: administrations.length === 0 ? 'first-start' : 'choose' });
}

function nameIn(settings: Readonly<Record<string, unknown>>, id: string): string {
  const name = settings[`name ${id}`];
  return typeof name === 'string' ? name : id;
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  on('today', ({ today }) => {
    set({ today });
    if (sessionStore.getState().phase !== 'open') return;
    books.dayChanged().then(refreshAnswers, (error: unknown) => set({ error: failureOf(error) }));
    void dailyBackup();
  });
  on('disk', ({ safeMode }) => void diskChanged(safeMode));
  onReadFailure((error) => set({ error: failureOf(error) }));
  onBooks({
    // Lists as they were kept: shown while the books themselves are still being read.
    onSummaries: (_summaries, all) => {
      if (all && sessionStore.getState().phase === 'starting') set({ phase: 'open' });
    },
    onCommitted: (savedSeq) => set({ savedSeq }),
    onSaving: (saving) => set({ saving }),
    onProgress: (job, done, total) => set({ progress: done < total ? { job, done, total } : null }),
  });
}

/** Space came back: a book that was opened in safe mode is opened for writing again. */
async function diskChanged(safeMode: boolean): Promise<void> {
  set({ safeMode });
  const { book, openState } = sessionStore.getState();
  if (safeMode || openState?.state !== 'read-only' || openState.reason !== 'safe-mode') return;
  await openOffice(false).catch((error: unknown) => set({ error: failureOf(error) }));
  if (book) await openBook(book);
}

/** Opens an administration; ends in phase `open`, `recovery` or, when even that fails, `failed`. */
export async function openBook(id: string): Promise<void> {
  await leaveBatch();
  set({ phase: 'starting', book: id, openState: null, error: null, lastBackupAt: null });
  forgetUndo();
  forgetAcceptedStale();
  try {
    const opening = books.open(id, { safeMode: sessionStore.getState().safeMode });
    forgetAnswers();
    const openState = await opening;
    if (!isOpen(id)) return;
    if (openState.state === 'ready') set({ savedSeq: openState.seq });
    const readable = openState.state === 'ready' || openState.reason === 'safe-mode';
    set({ phase: readable ? 'open' : 'recovery', openState });
    if (openState.state === 'ready') await opened(id);
  } catch (error) {
    if (isOpen(id)) set({ phase: 'failed', error: failureOf(error) });
  }
}

/** Whether this is still the administration asked for: another may be chosen while it is being opened. */
function isOpen(id: string): boolean {
  return sessionStore.getState().book === id;
}

async function opened(id: string): Promise<void> {
  const status = await call('journal.status', { book: id });
  if (!isOpen(id)) return;
  if (status.ok) set({ lastBackupAt: status.value.lastBackupAt });
  const administration = await books.administration();
  if (!isOpen(id)) return;
  if (administration) await rememberBook(id, administration.name);
  if (!isOpen(id)) return;
  void dailyBackup();
  void resumeUnfinished();
}

/** The office keeps names and marks, so that administrations can be listed, and files told apart, without opening any. */
async function rememberBook(id: string, name: string): Promise<void> {
  const settings = await office.settings();
  const { administrations } = sessionStore.getState();
  set({ administrations: [...administrations.filter((known) => known.id !== id), { id, name }].sort(byName) });
  try {
    if (settings[`name ${id}`] !== name) await office.run({ type: 'save-setting', key: `name ${id}`, value: name });
    if (settings['last-book'] !== id) await office.run({ type: 'save-setting', key: 'last-book', value: id });
    await rememberMarks(id);
  } catch (error) {
    set({ error: failureOf(error) });
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, 'nl');
}

/** A free book id for a name: lower case letters, digits and hyphens. */
export function bookIdFor(name: string, taken: readonly string[]): string {
  const plain = folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  const base = bookId.safeParse(plain).success ? plain : 'administratie';
  const used = new Set([...taken, officeBook, demoBook]);
  let id = base;
  for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** Makes a new administration and opens it. Its id must be free: see {@link bookIdFor}. */
export async function createAdministration(administration: Administration): Promise<void> {
  const taken = sessionStore.getState().administrations.some(({ id }) => id === administration.id);
  if (taken || administration.id === officeBook || !bookId.safeParse(administration.id).success) {
    throw new FailureError({ code: 'bad-input', message: 'the administration id is taken', params: {} });
  }
  await openBook(administration.id);
  if (sessionStore.getState().phase !== 'open') return;
  await saveAdministration(administration);
}

/** Saves the open administration and keeps its name in the office's list right. */
export async function saveAdministration(administration: Administration): Promise<void> {
  await books.run({ type: 'save-administration', administration });
  await rememberBook(administration.id, administration.name);
}

/** Opens the demo administration, made when it is not there yet. */
export async function openDemo(): Promise<void> {
  await openBook(demoBook);
  if (sessionStore.getState().phase !== 'open') return;
  try {
    await books.fillDemo();
    await rememberBook(demoBook, (await books.administration())?.name ?? demoBook);
    void dailyBackup();
  } catch (error) {
    set({ error: failureOf(error) });
  }
}

type BackupReason = Input<'backup.make'>['reason'];

/** Makes a backup of the open administration; `made` is false when nothing changed since the last. */
export async function makeBackup(reason: BackupReason): Promise<Result<{ made: boolean }>> {
  const { book } = sessionStore.getState();
  if (!book) return ok({ made: false });
  const answer = await call('backup.make', { book, reason });
  if (!answer.ok) {
    set({ error: answer.error });
    return answer;
  }
  if (answer.value.made && sessionStore.getState().book === book) set({ lastBackupAt: answer.value.at });
  return ok({ made: answer.value.made });
}

const dayMs = 86_400_000;

/** Makes the day's backup when the last is older than a day: at start, at midnight, and once a new book holds something. */
async function dailyBackup(): Promise<void> {
  const clock = await call('app.now', {});
  const { lastBackupAt } = sessionStore.getState();
  if (!clock.ok) return;
  if (lastBackupAt && Date.parse(clock.value.now) - Date.parse(lastBackupAt) < dayMs) return;
  await makeBackup('daily');
  await call('backup.make', { book: officeBook, reason: 'daily' });
}

/** Puts a backup back as the newest state and opens it; what was there is kept as a backup by the host. */
export async function restoreBackup(id: string): Promise<void> {
  const { book } = sessionStore.getState();
  if (!book) return;
  try {
    await leaveBatch();
    await books.close();
    await ask('backup.restore', { book, id });
    // What the database held may be past the backup: it is built anew from what was put back.
    await books.discardDatabase(book);
    await openBook(book);
  } catch (error) {
    set({ phase: 'recovery', error: failureOf(error) });
  }
}

/** Builds the working database of the open administration again from its snapshot and journal. */
export async function rebuildDatabase(): Promise<void> {
  const { book } = sessionStore.getState();
  if (!book) return;
  try {
    await leaveBatch();
    await books.close();
    await books.discardDatabase(book);
    await openBook(book);
  } catch (error) {
    set({ phase: 'failed', error: failureOf(error) });
  }
}

/** Takes the failure of the frame off the screen. */
export function dismissError(): void {
  set({ error: null });
}
