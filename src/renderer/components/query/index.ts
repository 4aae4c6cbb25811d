export { QueryView, type QueryViewProps, Waiting } from './query-view.tsx';
