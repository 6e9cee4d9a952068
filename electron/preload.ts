import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from './host/electron/channel-names.ts';

/** The whole bridge: one call, one way to listen. Main checks the sender, the channel and the input of every call. */
contextBridge.exposeInMainWorld('voldaan', {
  call: (channel: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, channel, input),
  on: (event: string, listener: (eventData: unknown) => void): (() => void) => {
    const heard = (_event: unknown, name: string, eventData: unknown) => {
      if (name === event) listener(eventData);
    };
    ipcRenderer.on(eventChannel, heard);
    return () => void ipcRenderer.off(eventChannel, heard);
  },
});
