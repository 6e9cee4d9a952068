import { isAbsolute } from 'node:path';
import { type askProgram, type ProgramCall, quotedForPowerShell } from './desktop-programs.ts';
import type { FolderAnswer, FolderQuestion, Host } from './host.ts';

/** A program that asks for a folder: it writes the path, or nothing and ends with the code `cancelled`. */
export interface FolderChooser {
  readonly call: ProgramCall;
  /** What it ends with when the user chose nothing. Whatever else it ends with, it failed. */
  readonly cancelled: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** A code that no failure has: 1 is also what these programs end with when they have no screen to open on. */
const nothingChosen = 3;

/**
 * The programs that ask for a folder in the machine's own window, best first. Fixed; title and folder are arguments, never a
 * shell text or a script.
 */
export function folderChoosers({ title, start }: FolderQuestion, platform: Host['platform']): readonly FolderChooser[] {
  if (platform === 'darwin') {
    const call = ['osascript', ...macScript.flatMap((line) => ['-e', line]), title, start] as const;
    return [{ call, cancelled: 0, settings: {} }];
  }
  if (platform === 'win32') {
    const script = `& { param($title, $start) ${windowsScript} }`;
    const given = `${quotedForPowerShell(title)} ${quotedForPowerShell(start)}`;
    const call = ['powershell.exe', '-NoProfile', '-NonInteractive', '-STA', '-Command', `${script} ${given}`] as const;
    return [{ call, cancelled: nothingChosen, settings: {} }];
  }
  return [
    {
      call: ['zenity', '--file-selection', '--directory', `--title=${title}`, `--filename=${start}/`],
      cancelled: nothingChosen,
      settings: { ZENITY_CANCEL: `${nothingChosen}`, ZENITY_ESC: `${nothingChosen}` },
    },
    // Without a screen it is ended by a signal, and has no code.
    { call: ['kdialog', '--title', title, '--getexistingdirectory', start], cancelled: 1, settings: {} },
  ];
}

/** -128 is what the user who chooses nothing raises; any other error ends with 1. */
const macScript = [
  'on run argv',
  'try',
  'return POSIX path of (choose folder with prompt (item 1 of argv) default location (POSIX file (item 2 of argv)))',
  'on error number -128',
  'return ""',
  'end try',
  'end run',
];

/** The question belongs to a window of its own that is on top: without one it opens behind Voldaan's. */
const windowsScript = [
  "$ErrorActionPreference = 'Stop'",
  'Add-Type -AssemblyName System.Windows.Forms',
  '[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false',
  '$owner = New-Object System.Windows.Forms.Form -Property @{ TopMost = $true }',
  '$asked = New-Object System.Windows.Forms.FolderBrowserDialog',
  '$asked.Description = $title',
  '$asked.SelectedPath = $start',
  `if ($asked.ShowDialog($owner) -ne 'OK') { exit ${nothingChosen} }`,
  '[Console]::Out.Write($asked.SelectedPath)',
].join('; ');

/** Asks with the first of these programs that the machine has, and with the next when one fails. */
export async function chooseFolderWith(
  question: FolderQuestion,
  {
    platform,
    ask,
    signal,
  }: { readonly platform: Host['platform']; readonly ask: typeof askProgram; readonly signal: AbortSignal },
): Promise<FolderAnswer> {
  let outcome: 'no-chooser' | 'chooser-failed' = 'no-chooser';
  for (const { call, cancelled, settings } of folderChoosers(question, platform)) {
    const answer = await ask(call, settings, signal);
    if (signal.aborted) return { outcome: 'cancelled' };
    if (!answer) continue;
    // Only the line break that ends the answer: a name may end in a space.
    const path = answer.text.replace(/\r?\n$/, '');
    if (answer.code === 0 && isAbsolute(path)) return { outcome: 'chosen', path };
    if (answer.code === cancelled && path === '') return { outcome: 'cancelled' };
    outcome = 'chooser-failed';
  }
  return { outcome };
}
