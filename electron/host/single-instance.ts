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

function socketPath(dataFolder: string): string {
  const name = `voldaan-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inFolder = join(dataFolder, 'voldaan.sock');
  return Buffer.byteLength(inFolder) <= socketPathBytes ? inFolder : join(tmpdir(), `${name}.sock`);
}

/**
 * Makes this process the one that has the data folder open, for both hosts. Null when another process has it: that one
 * has then been asked to come to the front. The claim ends with the process, however it ends.
 */
export async function claimInstance(dataFolder: string, onSecondStart: () => void): Promise<Instance | null> {
  const path = socketPath(dataFolder);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(path, onSecondStart);
    if (server) return { release: () => void server.close() };
    if (await askToFocus(path)) return null;
    // The socket file of a process that was killed: nobody answers, so it is taken over.
    if (process.platform !== 'win32') rmSync(path, { force: true });
  }
  throw new Error('the data folder could not be claimed');
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
