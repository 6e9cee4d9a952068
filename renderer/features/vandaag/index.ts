export { VandaagScreen } from './VandaagScreen.tsx';
