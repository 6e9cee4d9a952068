import { useState } from 'react';
import type { Failure } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { call } from '../host/client.ts';
import { useSession } from './session-store.ts';

/** A text the screens have written into the folder `uitvoer` of the open administration. */
export interface TextExport {
  readonly made: Output<'files.export'> | null;
  readonly failure: Failure | null;
  /** `name` in lower case, with `.json` or `.csv`; an earlier one of that name is written over. */
  readonly make: (name: string, text: string) => Promise<void>;
  readonly reveal: () => Promise<void>;
  readonly dismiss: () => void;
}

/** Writes texts for the user and says where they are. */
export function useTextExport(): TextExport {
  const book = useSession((session) => session.book) ?? '';
  const [made, setMade] = useState<Output<'files.export'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const dismiss = () => {
    setMade(null);
    setFailure(null);
  };
  return {
    made,
    failure,
    dismiss,
    make: async (name, text) => {
      dismiss();
      const answer = await call('files.export', { book, name, text });
      if (answer.ok) setMade(answer.value);
      else setFailure(answer.error);
    },
    reveal: async () => {
      if (!made) return;
      const answer = await call('files.reveal', { book, file: made.file });
      if (!answer.ok) setFailure(answer.error);
    },
  };
}
