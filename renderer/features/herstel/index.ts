export { HerstelScreen } from './HerstelScreen.tsx';
