import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import { Page } from '../components/page/index.ts';
import { useTexts } from '../language/index.ts';

interface CaughtProps {
  /** What is caught belongs to this address: another one is tried anew. */
  address: string;
  children: ReactNode;
}

/** A screen that breaks, as on an answer of a newer Lifeboat that this page does not know yet, leaves the frame standing. */
export class Caught extends Component<CaughtProps, { address: string; isBroken: boolean }> {
  override state = { address: this.props.address, isBroken: false };

  static getDerivedStateFromProps({ address }: CaughtProps, before: { address: string }) {
    return address === before.address ? undefined : { address, isBroken: false };
  }

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken(): ReactNode {
  const { broken } = useTexts(pageTexts);
  return (
    <Page title={broken.title} lead={broken.body}>
      <div>
        <Button onClick={() => location.reload()}>{broken.reload}</Button>
      </div>
    </Page>
  );
}
