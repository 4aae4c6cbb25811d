import { Breadcrumb, BreadcrumbButton, BreadcrumbDivider, BreadcrumbItem, makeStyles } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({ list: { flexWrap: 'wrap' } });

/** Where somebody is in the folders of a restore point, and the way up. */
export function PointPath({ path, onOpen }: { path: string; onOpen: (path: string) => void }): ReactNode {
  const styles = useStyles();
  const { files: texts } = useTexts(restoreTexts);
  const names = path.split('/').filter((name) => name !== '');
  const folders = names.map((name, at) => ({ name, path: `/${names.slice(0, at + 1).join('/')}` }));
  return (
    <Breadcrumb aria-label={texts.path} list={{ className: styles.list }}>
      <BreadcrumbItem>
        <BreadcrumbButton current={path === '/'} onClick={() => onOpen('/')}>
          {texts.top}
        </BreadcrumbButton>
      </BreadcrumbItem>
      {folders.map((folder) => (
        <Fragment key={folder.path}>
          <BreadcrumbDivider />
          <BreadcrumbItem>
            <BreadcrumbButton current={folder.path === path} onClick={() => onOpen(folder.path)}>
              {folder.name}
            </BreadcrumbButton>
          </BreadcrumbItem>
        </Fragment>
      ))}
    </Breadcrumb>
  );
}
