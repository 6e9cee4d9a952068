import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';

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

function quotedForPowerShell(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
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
