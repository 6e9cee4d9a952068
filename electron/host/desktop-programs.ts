import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { errorCode } from '../files/disk.ts';

export type ProgramCall = readonly [program: string, ...args: string[]];

/** The programs that open a file with what the user chose for it. Fixed; the path is one argument, never a shell text. */
export function openCall(path: string, platform: NodeJS.Platform): ProgramCall {
  if (platform === 'win32') return ['explorer.exe', path];
  if (platform === 'darwin') return ['open', path];
  return ['xdg-open', path];
}

/** Shows a file selected in its folder, where the desktop can; on Linux the folder opens. */
export function revealCall(path: string, platform: NodeJS.Platform): ProgramCall {
  if (platform === 'win32') return ['explorer.exe', `/select,${path}`];
  if (platform === 'darwin') return ['open', '-R', path];
  return ['xdg-open', dirname(path)];
}

/** Sends a PDF to the default printer; Windows hands it to the PDF program's own print command. */
export function printCall(path: string, platform: NodeJS.Platform): ProgramCall {
  if (platform !== 'win32') return ['lp', '--', path];
  // The path goes in as an argument of the script block, so that no character of it is read as PowerShell.
  const script = '& { param($file) Start-Process -FilePath $file -Verb Print }';
  return ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', script, quotedForPowerShell(path)];
}

/** One text of PowerShell, to which the curved quotes are quotes as well. */
export function quotedForPowerShell(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** Starts a desktop program and leaves it running. Fails with `not-supported` when the machine does not have it. */
export function startProgram([program, ...args]: ProgramCall): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', shell: false });
    child.once('error', () =>
      reject(new FailureError({ code: 'not-supported', message: `${program} is not there`, params: { program } })),
    );
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

/** How a desktop program ended, and what it wrote. */
export interface ProgramAnswer {
  readonly code: number | null;
  readonly text: string;
}

/** More than any path; a program that writes on is stopped. */
const answerBytes = 64 * 1024;

/**
 * Starts a desktop program that asks the user something, with `settings` added to its environment, and waits for its end. Null
 * when the machine does not have it; one that does not start has no code.
 */
export function askProgram(
  [program, ...args]: ProgramCall,
  settings: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ProgramAnswer | null> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ code: null, text: '' });
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: false,
      env: { ...process.env, ...settings },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = () => void child.kill();
    signal.addEventListener('abort', stop, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > answerBytes) stop();
      else chunks.push(chunk);
    });
    child.once('error', (error) => resolve(errorCode(error) === 'ENOENT' ? null : { code: null, text: '' }));
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve({ code, text: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
