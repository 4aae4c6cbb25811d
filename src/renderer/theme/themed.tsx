import { createDOMRenderer, FluentProvider, makeStaticStyles, RendererProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSystemTheme } from './system-theme.ts';

/** The page's policy lets in style elements with this load's nonce only. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const useGlobalStyles = makeStaticStyles({
  'html, body, #root': { height: '100%', margin: 0 },
  body: { overflow: 'hidden' },
  // Somebody who asked the system for calm gets it.
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '0.01ms', animationIterationCount: '1', transitionDuration: '0.01ms' },
  },
});

/** Everything below looks as the system is set: light, dark or high contrast. */
export function Themed({ language, children }: { language: string; children: ReactNode }): ReactNode {
  const { name, theme } = useSystemTheme();
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme} lang={language} data-theme={name} style={{ height: '100%' }}>
        <GlobalStyles />
        {children}
      </FluentProvider>
    </RendererProvider>
  );
}

function GlobalStyles(): ReactNode {
  useGlobalStyles();
  return undefined;
}
