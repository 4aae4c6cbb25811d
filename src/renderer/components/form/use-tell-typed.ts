import { useEffect, useRef } from 'react';
import { type Control, type FieldValues, useWatch } from 'react-hook-form';

/** Tells what stands in a form: at first, and whenever that changes. */
export function useTellTyped<T extends FieldValues, Value>(control: Control<T, unknown, Value>, tell: (typed: T) => void): void {
  const typed = useWatch({ control }) as T;
  const latest = useRef({ typed, tell });
  useEffect(() => {
    latest.current = { typed, tell };
  });
  // By content: the same content is told once, however often the form is drawn.
  const content = JSON.stringify(typed);
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (told.current === content) return;
    told.current = content;
    latest.current.tell(latest.current.typed);
  }, [content]);
}
