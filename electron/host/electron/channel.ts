import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { fail } from '#shared/contract/errors.ts';
import type { Dispatch, Host } from '../host.ts';
import { appOrigin } from './app-protocol.ts';
import { callChannel, eventChannel } from './channel-names.ts';

/** The main frame of our own window, on our own origin, and nothing else. */
function isTrusted(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, contents: WebContents | null): boolean {
  const frame = event.senderFrame;
  if (!contents || !frame || event.sender !== contents || frame !== contents.mainFrame) return false;
  return frame.origin === appOrigin;
}

export function handleCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  contents: () => WebContents | null,
  dispatch: Dispatch,
): void {
  ipcMain.handle(callChannel, (event, channel: unknown, input: unknown) => {
    if (typeof channel !== 'string') return fail('unknown-channel', 'channel is not a text');
    return dispatch(channel, input, isTrusted(event, contents()));
  });
}

/** Sends host events to the window while there is one. */
export function eventSender(contents: () => WebContents | null): Host['emit'] {
  return (event, eventData) => {
    const to = contents();
    if (to && !to.isDestroyed()) to.send(eventChannel, event, eventData);
  };
}
