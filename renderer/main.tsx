import './app/trusted-types.ts';
import { call, connectHost } from './host/client.ts';
import { startBooks } from './workers/connect.ts';

/** The books worker, the host's answer and the window's own code each take their time: all three are begun at once. */
async function start(): Promise<void> {
  const code = import('./window.tsx');
  await connectHost();
  startBooks();
  const answer = call('app.start', {});
  const { openWindow } = await code;
  openWindow(await answer);
}

void start();
