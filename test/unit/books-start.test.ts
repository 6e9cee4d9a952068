import { afterEach, describe, expect, it, vi } from 'vitest';
import { installBridge } from '#renderer/host/client.ts';
import { memoryHost } from '#renderer/host/memory.ts';
import { startSession } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the books worker', () => {
  it('that cannot be started ends the start with the reason, not in waiting', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        addEventListener(type: string, listener: (event: { message: string }) => void): void {
          if (type === 'error') setTimeout(() => listener({ message: '' }), 0);
        }
        postMessage(): void {}
      },
    );
    installBridge(memoryHost());
    void startSession();
    await expect.poll(() => sessionStore.getState().phase).toBe('failed');
    expect(sessionStore.getState().error?.message).toBe('the books worker could not be started');
  });
});
