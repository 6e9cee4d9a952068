import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import type { FileReference } from '#shared/domain/letter.ts';
import { call } from '../../host/client.ts';
import { uploadFile } from '../../host/upload.ts';
import { sessionStore } from '../../state/session-store.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';

export type VerifyState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'busy'; readonly name: string }
  | { readonly phase: 'not-zip'; readonly name: string }
  | { readonly phase: 'done'; readonly name: string; readonly verdict: Output<'dossier.verify'> }
  | { readonly phase: 'failed'; readonly failure: Failure };

export interface Verify {
  readonly state: VerifyState;
  /** Checks a ZIP from the user's machine. */
  dropped(file: File): Promise<void>;
  /** Checks a ZIP that was made here. */
  stored(file: FileReference, name: string): Promise<void>;
}

async function isZip(file: File): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b;
}

/** Has the host recompute every hash of a dossier. */
export function useVerify(): Verify {
  const [state, setState] = useState<VerifyState>({ phase: 'idle' });
  const book = () => sessionStore.getState().book ?? '';
  const stored = async (file: FileReference, name: string) => {
    setState({ phase: 'busy', name });
    const answer = await call('dossier.verify', { book: book(), file });
    setState(answer.ok ? { phase: 'done', name, verdict: answer.value } : { phase: 'failed', failure: answer.error });
  };
  const dropped = async (file: File) => {
    if (!(await isZip(file))) return setState({ phase: 'not-zip', name: file.name });
    setState({ phase: 'busy', name: file.name });
    const answer = await uploadFile(book(), 'dossier', file);
    if (answer.ok) await stored(answer.value, file.name);
    else setState({ phase: 'failed', failure: answer.error });
  };
  return { state, dropped, stored };
}

/** The verdict in words. */
export function VerifyResult({ state }: { readonly state: VerifyState }) {
  const { t } = useTranslation();
  if (state.phase === 'idle') return null;
  if (state.phase === 'busy') return <p role="status">{t('dossier.verify.busy', { name: state.name })}</p>;
  if (state.phase === 'not-zip') return <Notice tone="attention" title={t('dossier.verify.notZip')} />;
  if (state.phase === 'failed') return <FailureNotice failure={state.failure} />;
  const { name, verdict } = state;
  return verdict.ok ? (
    <Notice tone="info" title={t('dossier.verify.ok', { name })}>
      <p>{t('dossier.verify.okText', { files: verdict.files, events: verdict.events })}</p>
      <p>{t('dossier.verify.anchor')}</p>
    </Notice>
  ) : (
    <Notice
      tone="broken"
      title={t('dossier.verify.broken', { name })}
      kept={t('dossier.verify.brokenText', { what: verdict.firstBroken ?? '–' })}
      todo={t('dossier.verify.brokenTodo')}
      details={JSON.stringify(verdict)}
    />
  );
}
