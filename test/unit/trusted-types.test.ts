import { describe, expect, it, vi } from 'vitest';
import { ownOrigin, refuseMarkup } from '#renderer/app/trusted-types.ts';

describe('the Trusted Types policy', () => {
  it('lets style rules through and refuses anything with a tag', () => {
    expect(refuseMarkup('.a { color: red }')).toBe('.a { color: red }');
    expect(() => refuseMarkup('<img src=x onerror=alert(1)>')).toThrow(TypeError);
  });

  it.each([
    ['/assets/books.worker-1a2b.js', true],
    ['https://voldaan.invalid/assets/pdf.worker.mjs', true],
    ['https://voldaan.invalid.example/x.js', false],
    ['//elsewhere.example/x.js', false],
    ['data:text/javascript,alert(1)', false],
    ['blob:https://voldaan.invalid/1234', true],
  ])('takes workers of its own origin only: %s', (address, own) => {
    vi.stubGlobal('location', new URL('https://voldaan.invalid/'));
    if (own) expect(ownOrigin(address)).toBe(address);
    else expect(() => ownOrigin(address)).toThrow(TypeError);
    vi.unstubAllGlobals();
  });
});
