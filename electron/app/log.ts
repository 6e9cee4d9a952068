import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TaskQueue } from '../files/task-queue.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** The log begins a new file beyond this size; one older file is kept. */
const logBytes = 1024 * 1024;
const plain = /^[A-Za-z0-9._:-]{0,80}$/;

/**
 * The log file in the data folder: one JSON line per event, ids and counts only. Text that could be content (spaces,
 * mail addresses, paths) is replaced by its length. A log that cannot be written never stops the work.
 */
export class Log {
  private readonly queue = new TaskQueue();

  constructor(
    private readonly dataFolder: string,
    private readonly now: () => string,
  ) {}

  write(level: LogLevel, event: string, params: Readonly<Record<string, string | number>> = {}): Promise<void> {
    const line = JSON.stringify({ at: this.now(), level, event: withoutContent(event), ...cleaned(params) });
    return this.queue.run(async () => {
      try {
        const folder = join(this.dataFolder, 'logboek');
        const path = join(folder, 'voldaan.log');
        await mkdir(folder, { recursive: true });
        const size = (await stat(path).catch(() => null))?.size ?? 0;
        if (size > logBytes) await rename(path, join(folder, 'voldaan-ouder.log'));
        await appendFile(path, `${line}\n`);
      } catch {
        // A full disk is told to the user by the calls that matter.
      }
    });
  }
}

function cleaned(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const entries = Object.entries(params).slice(0, 20);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      plain.test(key) ? `p.${key}` : 'p.other',
      typeof value === 'number' ? value : withoutContent(value),
    ]),
  );
}

function withoutContent(text: string): string {
  return plain.test(text) ? text : `[${text.length} characters]`;
}
