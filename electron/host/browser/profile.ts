import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the browser would otherwise offer over Voldaan's page, or send past the refusal of foreign requests. */
const preferences = {
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
  webrtc: { ip_handling_policy: 'disable_non_proxied_udp' },
};

/** Lays the window's own browser profile, once: afterwards the browser keeps it. Answers whether it is new. */
export function prepareProfile(folder: string): boolean {
  const file = join(folder, 'Default', 'Preferences');
  if (existsSync(file)) return false;
  mkdirSync(join(folder, 'Default'), { recursive: true });
  writeFileSync(file, JSON.stringify(preferences));
  return true;
}
