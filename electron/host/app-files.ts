import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { insideRoot } from '#electron/files/inside-root.ts';
import type { OneTimeAddresses } from './one-time.ts';

/** An answer of the app's own origin, in the shape both hosts can send. */
export interface AppResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** A nonce for one run of the application: 128 random bits. */
export function newStyleNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** No inline script, no eval, styles by nonce, strings into the DOM only through the one Trusted Types policy. */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** What is laid once (a mail shown in a frame, a PDF) runs nothing and loads nothing. */
const oneTimePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

const everyHeader = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
} as const;

/**
 * Answers a path of the app's origin: one-time addresses, `/` as index.html, else a built file inside `folder`.
 * Anything outside the folder or missing is 404.
 */
export function appFiles(
  folder: string,
  styleNonce: string,
  oneTime: OneTimeAddresses,
): (pathname: string) => Promise<AppResponse> {
  const policy = contentSecurityPolicy(styleNonce);
  return async (pathname) => {
    const once = oneTime.take(pathname);
    if (once) {
      const headers = {
        'Content-Type': once.mime,
        'Cache-Control': 'no-store',
        'Content-Security-Policy': oneTimePolicy,
      };
      return { status: 200, headers: { ...everyHeader, ...headers }, body: once.bytes };
    }
    try {
      const segments = pathname === '/' ? ['index.html'] : decodeURIComponent(pathname).split('/').filter(Boolean);
      const path = insideRoot(folder, ...segments);
      const mime = mimeTypes[extname(path).toLowerCase()];
      if (!mime) return notFound;
      const headers = { 'Content-Type': mime, 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy };
      return { status: 200, headers: { ...everyHeader, ...headers }, body: await readFile(path) };
    } catch {
      return notFound;
    }
  };
}

const notFound: AppResponse = {
  status: 404,
  headers: {
    ...everyHeader,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
  },
  body: new TextEncoder().encode('404'),
};
