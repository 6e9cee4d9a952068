export { ImportScreen } from './ImportScreen.tsx';
export { addFiles, forgetImports } from './job.ts';
