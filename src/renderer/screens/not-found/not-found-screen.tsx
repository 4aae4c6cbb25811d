import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { pageTexts } from '../../../shared/text/index.ts';
import { Page } from '../../components/page/index.ts';
import { useTexts } from '../../language/index.ts';

/** An address that leads nowhere. */
export function NotFoundScreen(): ReactNode {
  const { notFound } = useTexts(pageTexts);
  return (
    <Page title={notFound.title} lead={notFound.body}>
      <Link href="/">{notFound.home}</Link>
    </Page>
  );
}
