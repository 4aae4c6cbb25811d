export { framed } from './framed.ts';
export { Page, type PageProps, type PageState } from './page.tsx';
export { Section } from './section.tsx';
