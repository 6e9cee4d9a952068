import type { BrowserWindowConstructorOptions } from 'electron';

/** The window: page code without Node, in its own world and sandbox, with only the preload between. */
export function windowOptions(preload: string, icon: string): BrowserWindowConstructorOptions {
  return {
    title: 'Voldaan',
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    icon,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
