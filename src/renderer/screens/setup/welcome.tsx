import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ArrowCounterclockwiseRegular, type FluentIcon, LocalLanguageRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { setupFrameTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { Page } from '../../components/page/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { isBegun } from './is-begun.ts';
import { useSetup } from './use-setup.ts';

const useStyles = makeStyles({
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  way: {
    flexGrow: 1,
    flexBasis: '300px',
    maxWidth: '460px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { fontSize: tokens.fontSizeHero800, color: tokens.colorBrandForeground1 },
  title: { margin: 0 },
  text: { margin: 0, flexGrow: 1, color: tokens.colorNeutralForeground2 },
  promise: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '75ch' },
});

/** The first screen of an empty installation: begin anew, or come back from a disaster. */
export function Welcome(): ReactNode {
  const { welcome } = useTexts(setupFrameTexts);
  const { language } = useVoice();
  const styles = useStyles();
  const { state, change, goTo } = useSetup();
  const [, navigate] = useLocation();
  const { data: recovery } = useQuery(useApi().recovery.state.queryOptions());
  const other = language === 'en' ? 'es' : 'en';
  const hasBegun = isBegun(state);
  return (
    <Page
      title={welcome.title}
      lead={welcome.lead}
      focusOn="welcome"
      actions={
        <Button
          icon={<LocalLanguageRegular />}
          lang={other}
          onClick={() => change({ pharmacy: { ...state.draft.pharmacy, language: other } })}
        >
          {welcome.otherLanguage}
        </Button>
      }
    >
      <div className={styles.ways}>
        <Way
          icon={ShieldCheckmarkRegular}
          title={welcome.fresh.title}
          body={welcome.fresh.body}
          action={hasBegun ? welcome.fresh.goOn : welcome.fresh.action}
          isPrimary
          onGo={() => void goTo(state.step)}
        />
        {recovery?.isPossible === true && (
          <Way
            icon={ArrowCounterclockwiseRegular}
            title={welcome.recover.title}
            body={welcome.recover.body}
            action={welcome.recover.action}
            onGo={() => navigate('/recover')}
          />
        )}
      </div>
      <Body1 as="p" className={styles.promise}>
        {welcome.promise}
      </Body1>
    </Page>
  );
}

interface WayProps {
  icon: FluentIcon;
  title: string;
  body: string;
  action: string;
  isPrimary?: boolean;
  onGo: () => void;
}

function Way({ icon: Icon, title, body, action, isPrimary, onGo }: WayProps): ReactNode {
  const styles = useStyles();
  return (
    <section className={styles.way}>
      <Icon aria-hidden className={styles.icon} />
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      <Body1 as="p" className={styles.text}>
        {body}
      </Body1>
      <Button appearance={isPrimary === true ? 'primary' : 'secondary'} size="large" onClick={onGo}>
        {action}
      </Button>
    </section>
  );
}
