// Runs before start, demo, cli, bench and test, on a machine that may have nothing but Node: no dependencies here.
// Installs what is missing, builds when the sources changed, and for tests makes sure that there is a browser.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, sourcesHash } from './sources.mjs';

const quiet = process.argv.includes('--quiet');
const forTests = process.argv.includes('--tests');

/** Progress goes to stderr: stdout belongs to the command that follows. Quiet leaves out what takes seconds. */
function say(text, always = false) {
  if (always || !quiet) process.stderr.write(`${text}\n`);
}

function stop(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

function run(program, args, options = {}) {
  // stdout of the child becomes our stderr, also when quiet: what a failed install says has to be seen.
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  return done.status === 0;
}

/** npm as it was started, so that no shell is needed; from a bare `node build/prepare.mjs` the one on the PATH. */
function npm(...args) {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return run(process.execPath, [script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Voldaan heeft Node.js 20.19 of nieuwer nodig; dit is ${process.versions.node}. Zie https://nodejs.org\n` +
      `Voldaan needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
  );
}

/** Whether every package of the lockfile is there in its version; packages for other platforms may be absent. */
function installed() {
  const present = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(present)) return false;
  const have = JSON.parse(readFileSync(present, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || (have[path] ? have[path].version === version : optional),
  );
}

function install() {
  if (installed()) return;
  say('Onderdelen installeren (npm ci), de eerste keer enkele minuten …', true);
  if (!npm('ci', '--no-fund', '--no-audit'))
    stop('Installeren is niet gelukt; zie hierboven. / Installing failed; see above.');
}

function built() {
  const stamp = join(root, 'dist/.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}

function buildWhenChanged() {
  if (built()) return;
  say('Voldaan bouwen …');
  const args = [join(root, 'build/build.mjs'), ...(quiet ? ['--quiet'] : [])];
  if (!run(process.execPath, args)) stop('Bouwen is niet gelukt; zie hierboven. / Building failed; see above.');
}

function browserFound() {
  const found = spawnSync(process.execPath, [join(root, 'dist/electron/window.cjs'), '--find-browser'], { cwd: root });
  return found.status === 0;
}

function findBrowser() {
  if (browserFound()) return;
  say('Geen Edge, Chrome of Chromium gevonden; Chromium wordt geïnstalleerd …', true);
  const debianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (debianRoot) {
    const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-q'], environment);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], environment);
  } else {
    run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  }
  if (browserFound()) return;
  stop(
    'De e2e-tests hebben Edge, Chrome of Chromium nodig en installeren is hier niet gelukt.\n' +
      'Installeer er een, of geef het pad op: CHROME=/pad/naar/chrome npm test\n' +
      'The e2e tests need Edge, Chrome or Chromium, which could not be installed here.\n' +
      'Install one, or give its path: CHROME=/path/to/chrome npm test',
  );
}

checkNode();
install();
buildWhenChanged();
if (forTests) findBrowser();
