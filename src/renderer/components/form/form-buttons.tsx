import { type ReactNode, useEffect, useRef } from 'react';
import { useFormStyles } from './form-styles.ts';

/**
 * The buttons at a form's end. `said` is what was found or went wrong, and stands above them: a form may be longer than its
 * dialog shows, so they come into view with it.
 */
export function FormButtons({ said, children }: { said: unknown; children: ReactNode }): ReactNode {
  const { buttons } = useFormStyles();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== undefined && said !== null) row.current?.scrollIntoView({ block: 'end' });
  }, [said]);
  return (
    <div ref={row} className={buttons}>
      {children}
    </div>
  );
}
