import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';

/** The project folder, from here and from dist/test alike. */
const root = join(import.meta.dirname, '../..');

export const appOrigin = 'https://voldaan.invalid';

export interface StartOptions {
  /** An existing data folder; a new, empty one (removed by `remove`) when absent. */
  readonly dataFolder?: string;
  /** What day the window believes it is; the demo date by default. */
  readonly today?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The window that a user gets, on a data folder of its own: the real host and the real browser, without a screen. The
 * test attaches to it from outside. Collects what must stay empty: policy violations, console errors, foreign requests.
 */
export class VoldaanWindow {
  readonly dataFolder: string;
  readonly violations: string[] = [];
  readonly consoleErrors: string[] = [];
  readonly foreignRequests: string[] = [];
  page!: Page;
  private process: ChildProcess | null = null;
  private browser: Browser | null = null;
  private session!: CDPSession;
  private readonly own: boolean;

  private constructor(private options: StartOptions) {
    this.own = options.dataFolder === undefined;
    this.dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'voldaan-e2e-'));
  }

  /** Starts Voldaan and waits until its page has a document. */
  static async start(options: StartOptions = {}): Promise<VoldaanWindow> {
    const window = new VoldaanWindow(options);
    await window.launch();
    return window;
  }

  private async launch(): Promise<void> {
    const entry = join(root, 'dist/electron/window.cjs');
    if (!existsSync(entry)) throw new Error('dist/ is not built: run `npm run build` first');
    const child = spawn(process.execPath, [entry], {
      env: {
        ...process.env,
        VOLDAAN_TEST: '1',
        VOLDAAN_HEADLESS: '1',
        VOLDAAN_DATA: this.dataFolder,
        VOLDAAN_TODAY: this.options.today ?? '2026-11-20',
        ...this.options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    await this.attach(await endpointOf(child));
  }

  private async attach(endpoint: string): Promise<void> {
    this.browser = await chromium.connectOverCDP(endpoint);
    const context = this.browser.contexts()[0];
    const page = context?.pages().find((each) => each.url().startsWith(appOrigin)) ?? context?.pages()[0];
    if (!page) throw new Error('the window has no page');
    this.page = page;
    await this.collect(page);
    await page.waitForLoadState('domcontentloaded');
  }

  /** Listens over a session of its own: what happened before the test attached is reported as well. */
  private async collect(page: Page): Promise<void> {
    this.session = await page.context().newCDPSession(page);
    this.session.on('Audits.issueAdded', ({ issue }) => {
      const policy = issue.details.contentSecurityPolicyIssueDetails;
      if (policy) this.violations.push(`${policy.violatedDirective} ${policy.blockedURL ?? ''}`.trim());
    });
    this.session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') this.consoleErrors.push(entry.text);
    });
    this.session.on('Network.requestWillBeSent', ({ request }) => {
      if (!/^(https:\/\/voldaan\.invalid\/|data:|blob:)/.test(request.url)) this.foreignRequests.push(request.url);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.consoleErrors.push(error.message));
    for (const domain of ['Audits.enable', 'Log.enable', 'Network.enable'] as const) await this.session.send(domain);
  }

  /** Runs an expression in the page itself, past the page's own policy. Its value has to be plain. */
  async evaluate(expression: string): Promise<unknown> {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Switches the page's content security policy off, to see what the host refuses by itself. Lasts until a restart. */
  async bypassPolicy(): Promise<void> {
    await this.session.send('Page.setBypassCSP', { enabled: true });
    await this.page.reload();
  }

  /** Crashes the page, as running out of memory does, and attaches to the window that Voldaan opens instead. */
  async crashPage(): Promise<void> {
    const child = this.process;
    if (!child) return;
    const next = endpointOf(child);
    void this.session.send('Page.crash').catch(() => {});
    const endpoint = await next;
    await this.browser?.close().catch(() => {});
    await this.attach(endpoint);
  }

  /** Ends as power does: nothing gets the chance to finish. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child) return;
    const gone = exitOf(child);
    child.kill('SIGKILL');
    await gone;
    await this.detach();
  }

  /** Ends as a user does, by closing the window. */
  async close(): Promise<void> {
    const child = this.process;
    if (!child) return;
    const gone = exitOf(child);
    // On Windows a signal is a kill; closing the page is the way there.
    if (process.platform === 'win32') await this.page.close().catch(() => {});
    else child.kill('SIGTERM');
    await gone;
    await this.detach();
  }

  /** Starts again on the same data folder, after `kill` or `close`; by default after a kill. */
  async restart(options: StartOptions & { readonly end?: 'kill' | 'close' } = {}): Promise<void> {
    await (options.end === 'close' ? this.close() : this.kill());
    this.options = { ...this.options, ...options };
    await this.launch();
  }

  /** Closes and, when the folder was made for this test, removes it. */
  async remove(): Promise<void> {
    await this.close();
    if (this.own) rmSync(this.dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  private async detach(): Promise<void> {
    await this.browser?.close().catch(() => {});
    this.browser = null;
    this.process = null;
  }
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** The address that the window host prints in the test environment; what it says on stderr explains a failed start. */
function endpointOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /"endpoint":"([^"]+)"/.exec(line);
        if (found?.[1]) resolve(found[1]);
      });
    }
    child.once('exit', (code) => reject(new Error(`Voldaan ended with ${code} before its window opened\n${said}`)));
  });
}
