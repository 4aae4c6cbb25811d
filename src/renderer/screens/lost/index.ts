export { LostScreen } from './lost-screen.tsx';
