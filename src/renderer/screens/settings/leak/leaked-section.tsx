import { Body1, Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { momentWords } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';
import { LeakedDialog } from './leaked-dialog.tsx';
import { OldCopies } from './old-copies.tsx';
import { placesIn } from './places-in.ts';

/** A key in the wrong hands: new copies with new keys, how far they are, and the old ones that are kept. */
export function LeakedSection(): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const names = useNames();
  const query = useQuery(useApi().kit.retired.queryOptions());
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={texts.title}>
      <Body1>{texts.lead}</Body1>
      <span>
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {texts.button}
        </Button>
      </span>
      <QueryView query={query} lines={2}>
        {({ since, waiting, isDisksOnly, copies }) => (
          <>
            {since !== undefined && <Body1>{texts.begun(momentWords(since, names.language, names.timeZone))}</Body1>}
            {waiting.length > 0 && <Body1>{texts.waiting(placesIn(waiting, names))}</Body1>}
            {waiting.length > 0 && isDisksOnly && <Body1>{texts.together}</Body1>}
            {since !== undefined && (
              <ol>
                {texts.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            )}
            {copies.length > 0 && <OldCopies copies={copies} />}
          </>
        )}
      </QueryView>
      {isOpen && <LeakedDialog onClosed={() => setOpen(false)} />}
    </Section>
  );
}
