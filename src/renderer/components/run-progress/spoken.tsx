import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Milliseconds between two sentences: progress must not talk over everything else. */
const CALM = 10_000;

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Says to those who hear the page how work goes on, now and then, and never over something else. */
export function Spoken({ text }: { text: string }): ReactNode {
  const styles = useStyles();
  const [said, setSaid] = useState(text);
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => setSaid(newest.current), CALM);
    return () => clearInterval(timer);
  }, []);
  return (
    <output aria-live="polite" className={styles.unseen}>
      {said}
    </output>
  );
}
