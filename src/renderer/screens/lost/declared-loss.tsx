import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Loss } from '../../../shared/model/loss.ts';
import { lossSteps, lossTexts, readableText } from '../../../shared/text/index.ts';
import { lostTexts } from '../../../shared/text/screens/lost/index.ts';
import { useApi } from '../../api/index.ts';
import { EmptyState, FailureMessage } from '../../components/feedback/index.ts';
import { Page, Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useIsInWindow } from '../../window/index.ts';
import { Contents } from './contents.tsx';
import { thingName } from './thing-name.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: '80ch',
  },
  left: { alignSelf: 'flex-start' },
});

/** Something that was declared lost: what to do now, and the statement. */
export function DeclaredLoss({ id }: { id: string }): ReactNode {
  const texts = useTexts(lostTexts);
  const query = useQuery(useApi().destinations.losses.queryOptions());
  const loss = query.data?.losses.find((one) => one.id === id);
  const missing = query.data?.unreadable.includes(id) === true ? texts.unreadable : texts.gone;
  const title = loss ? texts.declared.title(thingName(loss.facts, texts)) : texts.title;
  return (
    <Page title={title} lead={loss && texts.declared.lead}>
      <QueryView query={query} lines={6}>
        {() => (loss ? <Declared loss={loss} /> : <EmptyState title={missing.title} body={missing.about} />)}
      </QueryView>
    </Page>
  );
}

function Declared({ loss }: { loss: Loss }): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const words = useTexts(lossTexts);
  const texts = useTexts(lostTexts);
  const { language } = useVoice();
  return (
    <>
      <Section title={words.nowTitle}>
        <ol className={styles.list}>
          {lossSteps(loss, language).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Statement id={loss.id} />
      <Section title={words.encryptionTitle}>
        <p>{readableText(loss.facts, loss.report, language)}</p>
        <p>{words.counsel}</p>
      </Section>
      <Section title={words.contentsTitle}>
        <Contents facts={loss.facts} />
      </Section>
      <Button className={styles.left} onClick={() => navigate('/lost')}>
        {texts.title}
      </Button>
    </>
  );
}

const FILE_NAME = 'lifeboat-statement.pdf';

/** The paper to print: made when asked for, and forgotten when the page is left. */
function Statement({ id }: { id: string }): ReactNode {
  const styles = useStyles();
  const { declared: texts } = useTexts(lostTexts);
  const [address, setAddress] = useState<string>();
  const opening = useIsInWindow() ? { download: FILE_NAME } : { target: '_blank', rel: 'noreferrer' };
  const make = useMutation(
    useApi().destinations.lossStatement.mutationOptions({
      onSuccess: ({ pdf }) => setAddress(URL.createObjectURL(pdfOf(pdf))),
    }),
  );
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  return (
    <>
      <FailureMessage error={make.error} />
      {address === undefined ? (
        <Button
          appearance="primary"
          className={styles.left}
          icon={<PrintRegular />}
          disabledFocusable={make.isPending}
          onClick={() => make.mutate({ id })}
        >
          {texts.statement}
        </Button>
      ) : (
        <Link href={address} {...opening} className={styles.left}>
          <PrintRegular aria-hidden /> {texts.open}
        </Link>
      )}
      <output>{make.isPending ? texts.making : texts.openHint}</output>
    </>
  );
}

function pdfOf(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0)], { type: 'application/pdf' });
}
