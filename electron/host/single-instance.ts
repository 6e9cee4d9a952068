import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Instance {
  /** Lets go of the data folder. */
  release(): void;
}

/** The longest path every platform takes for a local socket (macOS: 104 bytes with the closing zero). */
const socketPathBytes = 103;

/** Where the claim may be, best first: a stick or share often takes no socket, and a long path none either. */
function socketPaths(dataFolder: string): readonly string[] {
  const name = `voldaan-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return [`\\\\.\\pipe\\${name}`];
  const paths = [join(dataFolder, 'voldaan.sock'), join(tmpdir(), `${name}.sock`)];
  return paths.filter((path) => Buffer.byteLength(path) <= socketPathBytes);
}

/**
 * Makes this process the one that has the data folder open, for both hosts. Null when another process has it: that one
 * has then been asked to come to the front. The claim ends with the process, however it ends.
 */
export async function claimInstance(dataFolder: string, onSecondStart: () => void): Promise<Instance | null> {
  let refusal: unknown = null;
  for (const path of socketPaths(dataFolder)) {
    try {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const server = await listen(path, onSecondStart);
        if (server) return { release: () => void server.close() };
        if (await askToFocus(path)) return null;
        // The socket file of a process that was killed: nobody answers, so it is taken over.
        if (process.platform !== 'win32') rmSync(path, { force: true });
      }
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal ?? new Error('the data folder could not be claimed');
}

function listen(path: string, onSecondStart: () => void): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end();
      onSecondStart();
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function askToFocus(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.end();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
