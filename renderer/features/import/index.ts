export { ImportScreen } from './ImportScreen.tsx';
export { forgetImports } from './job.ts';
