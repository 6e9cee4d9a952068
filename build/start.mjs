// `npm start`: Electron when its binary is there or can be fetched, else the browser window, which says what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { root } from './sources.mjs';

const electronFolder = join(root, 'node_modules/electron');
const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
/** An offline machine must not wait for a download that never comes. */
const probeMs = 2_500;
const fetchMs = 300_000;

/** Path of the fetched Electron, without loading its package: that would start a download by itself. */
function electronBinary() {
  const distPath = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist');
  const named = join(electronFolder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(distPath, readFileSync(named, 'utf8'));
  return existsSync(binary) ? binary : null;
}

function reachable(address) {
  return new Promise((resolve) => {
    const request = get(address, { method: 'HEAD', timeout: probeMs }, (response) => {
      response.resume();
      resolve(true);
    });
    // The timeout option counts idle time of a connected socket; a name that never resolves needs its own.
    const timer = setTimeout(() => request.destroy(), probeMs);
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
    request.once('close', () => clearTimeout(timer));
  });
}

async function fetchElectron() {
  if (!existsSync(join(electronFolder, 'install.js')) || !(await reachable(mirror))) return;
  process.stderr.write('Electron ophalen (eenmalig, ongeveer 110 MB) …\n');
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: ['ignore', 2, 2], timeout: fetchMs });
}

/** Electron cannot start without a screen, and refuses to run as root with its sandbox on. */
function electronCanRun() {
  if (process.env.VOLDAAN_HOST === 'browser') return false;
  if (process.getuid?.() === 0) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function open(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
}

if (electronCanRun() && !electronBinary()) await fetchElectron();
const electron = electronCanRun() ? electronBinary() : null;
if (electron) open(electron, [root, ...process.argv.slice(2)]);
else open(process.execPath, [join(root, 'dist/electron/window.cjs'), ...process.argv.slice(2)]);
