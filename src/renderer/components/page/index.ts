export { Page, type PageProps } from './page.tsx';
export { Section } from './section.tsx';
