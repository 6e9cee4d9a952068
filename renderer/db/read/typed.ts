import { useEffect, useState } from 'react';

/** Pause in typing after which the books are asked. */
const pauseMs = 60;

export interface Typed<T> {
  /** What was typed when this was found; not what is typed now while that is looked up. */
  readonly of: string;
  readonly found: readonly T[];
}

const nothing: Typed<never> = { of: '', found: [] };

/**
 * What answers a text that is being typed; the last answer stays while the next is looked up, and an empty text finds nothing.
 * `ask` is asked again when it is another function. What cannot be read is found by nothing.
 */
export function useTyped<T>(typed: string, ask: (wanted: string) => Promise<readonly T[]>): Typed<T> {
  const [answer, setAnswer] = useState<Typed<T>>(nothing);
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === '') {
      setAnswer(nothing);
      return;
    }
    let left = false;
    const timer = setTimeout(() => {
      ask(wanted).then(
        (found) => left || setAnswer({ of: wanted, found }),
        () => left || setAnswer({ of: wanted, found: [] }),
      );
    }, pauseMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [wanted, ask]);
  return wanted === '' ? nothing : answer;
}
