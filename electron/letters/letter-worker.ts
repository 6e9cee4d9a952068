import { parentPort, workerData } from 'node:worker_threads';
import { type Failure, FailureError } from '#shared/contract/errors.ts';
import { createInProcessRenderer } from './in-process.ts';
import type { Rendered, RenderJob } from './rendered.ts';

/** Thread of the letter pool: pdfmake, MJML and the fonts are loaded here and nowhere else in the application. */
export interface WorkerRequest {
  readonly id: number;
  readonly job: RenderJob;
}

export type WorkerAnswer =
  | { readonly id: number; readonly rendered: Rendered }
  | { readonly id: number; readonly failure: Failure };

const { assetsFolder } = workerData as { assetsFolder: string };
const renderer = createInProcessRenderer(assetsFolder);

parentPort?.on('message', async ({ id, job }: WorkerRequest) => {
  try {
    const rendered = await renderer.render(job);
    parentPort?.postMessage({ id, rendered } satisfies WorkerAnswer);
  } catch (error) {
    parentPort?.postMessage({ id, failure: failureOf(error) } satisfies WorkerAnswer);
  }
});

function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return { code: 'render-failed', message: error instanceof Error ? error.message : String(error), params: {} };
}
