import { act, cleanup, screen } from '@testing-library/react';
import { App } from '#renderer/app/App.tsx';
import { goTo } from '#renderer/commands/address.ts';
import { type MemoryBridge, type MemoryHostOptions, memoryHost } from '#renderer/host/memory.ts';
import { dismissBatch } from '#renderer/state/batch.ts';
import { closeBooks, openDemoDesk, startOn } from './desk.ts';
import { draw } from './screen.tsx';

/** The whole window on the demo administration, at a screen. */
export async function openDemoAt(hash: string, options: MemoryHostOptions = {}): Promise<MemoryBridge> {
  window.innerWidth = 1440;
  location.hash = hash;
  const host = await openDemoDesk(options);
  draw(<App />);
  await screen.findByRole('heading', { level: 1 });
  return host;
}

/** The window started again, at a screen: another host, perhaps on another day, with what the first left on disk. */
export async function restartAt(hash: string, options: MemoryHostOptions): Promise<MemoryBridge> {
  cleanup();
  location.hash = hash;
  const host = memoryHost(options);
  await startOn(host);
  draw(<App />);
  await screen.findByRole('heading', { level: 1 });
  return host;
}

/** Goes to another screen and waits for its title. */
export async function goAndWait(hash: string, title: string | RegExp): Promise<void> {
  act(() => goTo(hash));
  await screen.findByRole('heading', { level: 1, name: title });
}

export async function leave(): Promise<void> {
  cleanup();
  dismissBatch();
  await closeBooks();
}
