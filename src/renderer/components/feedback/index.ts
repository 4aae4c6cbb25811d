export { EmptyState } from './empty-state.tsx';
export { FailureMessage } from './failure-message.tsx';
export { Notice, type NoticeProps } from './notice.tsx';
