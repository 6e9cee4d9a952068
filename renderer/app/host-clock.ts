import { useEffect, useState } from 'react';
import { call } from '../host/client.ts';
import { sessionStore } from '../state/session-store.ts';

const minuteMs = 60_000;

/** The host's local date-time, asked again every minute and whenever `cause` changes. */
export function useHostNow(cause: unknown): string {
  const [now, setNow] = useState(() => sessionStore.getState().host?.now ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cause is what makes the clock worth asking again
  useEffect(() => {
    let left = false;
    const ask = () =>
      void call('app.now', {}).then((answer) => {
        if (!left && answer.ok) setNow(answer.value.now);
      });
    ask();
    const timer = setInterval(ask, minuteMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [cause]);
  return now;
}
