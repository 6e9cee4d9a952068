/** What `window.trustedTypes` offers, as far as it is used here. */
interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(address: string): string },
  ): unknown;
}

/** Style rules may be set as text; anything with a tag in it may not. */
export function refuseMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('markup may not be set as text');
  return text;
}

/** Workers come from the application's own origin only. */
export function ownOrigin(address: string): string {
  if (new URL(address, location.href).origin !== location.origin)
    throw new TypeError('not an address of this application');
  return address;
}

/** The one Trusted Types policy; made before any other module runs. */
const factory = (globalThis as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: refuseMarkup, createScriptURL: ownOrigin });
