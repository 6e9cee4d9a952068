// Installers: NSIS for Windows, dmg for macOS, AppImage for Linux. The archive holds exactly what build/build.mjs made.

/** Every fuse is named, so that none changes with an Electron upgrade. */
export const electronFuses = {
  // Voldaan's binary may not be used as a plain Node interpreter.
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Only this archive is loaded, and only unchanged (Windows and macOS check it).
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  enableCookieEncryption: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  // The window is served from app://voldaan; file: gets nothing special.
  grantFileProtocolExtraPrivileges: false,
};

export default {
  appId: 'nl.voldaan.desktop',
  productName: 'Voldaan',
  copyright: 'Voldaan',
  directories: { output: 'release', buildResources: 'assets/icons' },
  // All npm packages are bundled into dist/, so no node_modules go along.
  files: ['dist/**', '!dist/test/**', '!dist/.stamp', '!dist/electron/window.cjs', 'package.json', '!node_modules/**'],
  asar: true,
  npmRebuild: false,
  electronFuses,
  electronLanguages: ['nl', 'en-US'],
  // electron-builder's own placeholders, not JavaScript's.
  artifactName: 'Voldaan-$VERSION-$OS-$ARCH.$EXT'.replace(/\$([A-Z]+)/g, (_all, name) => `\${${name.toLowerCase()}}`),
  publish: null,
  win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'assets/icons/icon.ico' },
  nsis: {
    oneClick: true,
    perMachine: false,
    deleteAppDataOnUninstall: false,
    installerLanguages: ['nl_NL', 'en_US'],
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'assets/icons/icon.icns',
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  linux: {
    target: [{ target: 'AppImage', arch: ['x64'] }],
    icon: 'assets/icons/png',
    category: 'Office',
    executableName: 'voldaan',
    synopsis: 'Debiteurenbeheer voor administratiekantoren, volledig offline',
  },
};
