import type { Dispatch } from './host.ts';

/** Leaves in the log how often something in the window asked for another machine; nothing when it never did. */
export async function logRefusedRequests(dispatch: Dispatch, count: number): Promise<void> {
  if (count === 0) return;
  await dispatch('log.write', { level: 'warn', event: 'window.foreign-requests-refused', params: { count } }, true);
}
