import './app/trusted-types.ts';
import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import './app/fonts.css';
import './ui/mantine.css';
import './ui/tokens.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Providers } from './app/Providers.tsx';
import { call, connectHost } from './host/client.ts';
import { startSession } from './state/session.ts';

/** The nonce of this run is asked before anything is drawn, since Mantine writes its first style on its first drawing. */
async function start(): Promise<void> {
  await connectHost();
  const answer = await call('app.start', {});
  const nonce = answer.ok ? answer.value.styleNonce : '';
  setNonce(nonce);
  createRoot(document.getElementById('root')!).render(
    <Providers nonce={nonce}>
      <App />
    </Providers>,
  );
  await startSession();
}

void start();
