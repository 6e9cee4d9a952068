import { isAbsolute } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { type askProgram, type ProgramCall, quotedForPowerShell } from './desktop-programs.ts';
import type { FolderQuestion, Host } from './host.ts';

/**
 * The programs that ask for a folder in the machine's own window, best first: each writes the path, or ends with another code
 * than 0 when nothing was chosen. Fixed; title and folder are arguments, never a shell text or a script.
 */
export function folderCalls({ title, start }: FolderQuestion, platform: Host['platform']): readonly ProgramCall[] {
  if (platform === 'darwin') {
    const script = [
      'on run argv',
      'POSIX path of (choose folder with prompt (item 1 of argv) default location (POSIX file (item 2 of argv)))',
      'end run',
    ];
    return [['osascript', ...script.flatMap((line) => ['-e', line]), title, start]];
  }
  if (platform === 'win32') {
    const script = `& { param($title, $start) ${windowsScript} }`;
    const given = `${quotedForPowerShell(title)} ${quotedForPowerShell(start)}`;
    return [['powershell.exe', '-NoProfile', '-NonInteractive', '-STA', '-Command', `${script} ${given}`]];
  }
  return [
    ['zenity', '--file-selection', '--directory', `--title=${title}`, `--filename=${start}/`],
    ['kdialog', '--title', title, '--getexistingdirectory', start],
  ];
}

/** The question belongs to a window of its own that is on top: without one it opens behind Voldaan's. */
const windowsScript = [
  'Add-Type -AssemblyName System.Windows.Forms',
  '[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false',
  '$owner = New-Object System.Windows.Forms.Form -Property @{ TopMost = $true }',
  '$asked = New-Object System.Windows.Forms.FolderBrowserDialog',
  '$asked.Description = $title',
  '$asked.SelectedPath = $start',
  "if ($asked.ShowDialog($owner) -ne 'OK') { exit 1 }",
  '[Console]::Out.Write($asked.SelectedPath)',
].join('; ');

/** Asks with the first of these programs that the machine has. Fails with not-supported when it has none. */
export async function chooseFolderWith(
  question: FolderQuestion,
  {
    platform,
    ask,
    signal,
  }: { readonly platform: Host['platform']; readonly ask: typeof askProgram; readonly signal: AbortSignal },
): Promise<string | null> {
  for (const call of folderCalls(question, platform)) {
    const answer = await ask(call, signal);
    if (!answer) continue;
    // Only the line break that ends the answer: a name may end in a space.
    const path = answer.text.replace(/\r?\n$/, '');
    return answer.code === 0 && isAbsolute(path) ? path : null;
  }
  throw new FailureError({ code: 'not-supported', message: 'no program to choose a folder with', params: {} });
}
