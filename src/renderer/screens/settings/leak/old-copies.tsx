import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../../../shared/format/index.ts';
import type { RetiredCopies } from '../../../../shared/model/renewal.ts';
import { momentWords } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { ConfirmButton } from '../../../components/dialog/index.ts';
import { DataTable } from '../../../components/table/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { OpenOldDialog } from './open-old-dialog.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS } });

/** Copies from before a key leaked: kept until somebody forgets them. */
export function OldCopies({ copies }: { copies: readonly RetiredCopies[] }): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const { language, timeZone } = useVoice();
  return (
    <DataTable
      caption={texts.old}
      rows={copies}
      keyOf={({ id }) => id}
      columns={[
        { id: 'of', title: texts.old, isRowHeader: true, cell: ({ name }) => name },
        { id: 'since', title: texts.since, cell: ({ since }) => momentWords(since, language, timeZone) },
        { id: 'where', title: texts.where, cell: ({ location }) => location },
        { id: 'points', title: texts.points, isNumber: true, cell: ({ points, isShut }) => (isShut ? texts.shut : formatCount(points)) },
        { id: 'actions', title: texts.actions, cell: (one) => <Actions copies={one} /> },
      ]}
    />
  );
}

function Actions({ copies }: { copies: RetiredCopies }): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.actions}>
      {copies.isShut && (
        <Button size="small" aria-label={texts.openNamed(copies.name)} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {texts.open}
        </Button>
      )}
      <Forget copies={copies} />
      {isOpen && <OpenOldDialog copies={copies} onClosed={() => setOpen(false)} />}
    </div>
  );
}

function Forget({ copies: { id, name, mayForget } }: { copies: RetiredCopies }): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const api = useApi();
  const queries = useQueryClient();
  if (!mayForget) return <Caption1>{texts.needed}</Caption1>;
  return (
    <ConfirmButton
      size="small"
      label={texts.forget}
      name={texts.forgetNamed(name)}
      title={texts.forgetNamed(name)}
      body={texts.forgetBody}
      onConfirm={async () => await api.kit.forgetRetired.call({ id })}
      onDone={() => void queries.invalidateQueries({ queryKey: api.kit.key() })}
    />
  );
}
