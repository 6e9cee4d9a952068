import { Worker } from 'node:worker_threads';
import { FailureError } from '#shared/contract/errors.ts';
import type { WorkerAnswer, WorkerRequest } from './letter-worker.ts';
import type { LetterRenderer, Rendered, RenderJob } from './rendered.ts';

export interface PoolOptions {
  /** The built worker: dist/electron/letter-worker.cjs. */
  readonly workerFile: string;
  /** dist/assets. */
  readonly assetsFolder: string;
  /** Number of threads; two by default (half the time of a batch, a fair share of a small machine). */
  readonly size?: number;
}

interface Waiting {
  readonly request: WorkerRequest;
  readonly resolve: (rendered: Rendered) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  current: Waiting | null;
}

/**
 * Makes letters in worker threads, one letter per thread at a time, in the order asked. Threads start with the first
 * letter. A thread that dies fails its own letter with render-failed and is replaced.
 */
export function createPoolRenderer({ workerFile, assetsFolder, size = 2 }: PoolOptions): LetterRenderer {
  const queue: Waiting[] = [];
  const threads = new Set<Thread>();
  let lastId = 0;
  let closed = false;

  function start(): Thread {
    const thread: Thread = { worker: new Worker(workerFile, { workerData: { assetsFolder } }), current: null };
    threads.add(thread);
    thread.worker.on('message', (answer: WorkerAnswer) => {
      const waiting = thread.current;
      if (!waiting || waiting.request.id !== answer.id) return;
      thread.current = null;
      thread.worker.unref();
      if ('rendered' in answer) waiting.resolve(answer.rendered);
      else waiting.reject(new FailureError(answer.failure));
      next();
    });
    const died = (reason: string) => {
      if (!threads.delete(thread)) return;
      thread.current?.reject(failed(reason));
      thread.current = null;
      next();
    };
    thread.worker.on('error', (error) => died(error.message));
    thread.worker.on('exit', (code) => died(`letter worker stopped with code ${code}`));
    return thread;
  }

  function next(): void {
    while (queue.length > 0 && !closed) {
      const idle = [...threads].find((thread) => thread.current === null) ?? (threads.size < size ? start() : null);
      const waiting = idle ? queue.shift() : undefined;
      if (!idle || !waiting) return;
      idle.current = waiting;
      idle.worker.ref();
      idle.worker.postMessage(waiting.request);
    }
  }

  return {
    render(job: RenderJob) {
      if (closed) return Promise.reject(failed('the letter workers are closed'));
      return new Promise<Rendered>((resolve, reject) => {
        queue.push({ request: { id: ++lastId, job }, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(failed('the letter workers are closed'));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function failed(message: string): FailureError {
  return new FailureError({ code: 'render-failed', message, params: {} });
}
