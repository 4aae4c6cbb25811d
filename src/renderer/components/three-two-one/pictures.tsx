import type { ReactNode } from 'react';

interface PictureProps {
  /** Drawn full; else only its outline, dashed. */
  isThere: boolean;
}

/** Outlines take the colour of the text around them, so that they are seen in every theme. */
const shape = ({ isThere }: PictureProps) => ({
  fill: isThere ? 'currentColor' : 'none',
  fillOpacity: isThere ? 0.18 : 0,
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeDasharray: isThere ? undefined : '4 3',
  strokeLinejoin: 'round' as const,
});

function Drawing({ children }: { children: ReactNode }): ReactNode {
  return (
    <svg width="56" height="48" viewBox="0 0 56 48" aria-hidden focusable="false">
      {children}
    </svg>
  );
}

export function PcPicture(props: PictureProps): ReactNode {
  return (
    <Drawing>
      <rect x="6" y="4" width="44" height="30" rx="3" {...shape(props)} />
      <path d="M20 44 h16 M28 34 v10" stroke="currentColor" strokeWidth="2" fill="none" />
    </Drawing>
  );
}

export function DrivePicture(props: PictureProps): ReactNode {
  return (
    <Drawing>
      <path d="M12 8 h32 l6 22 v10 a3 3 0 0 1 -3 3 h-38 a3 3 0 0 1 -3 -3 v-10 z" {...shape(props)} />
      <path d="M6 30 h44" stroke="currentColor" strokeWidth="2" strokeDasharray={props.isThere ? undefined : '4 3'} />
      {props.isThere && <circle cx="42" cy="36" r="2.5" fill="currentColor" />}
    </Drawing>
  );
}

export function CloudPicture(props: PictureProps): ReactNode {
  return (
    <Drawing>
      <path d="M16 40 a10 10 0 0 1 -1 -19.9 a13 13 0 0 1 25 -3 a11.5 11.5 0 0 1 1 22.9 z" {...shape(props)} />
    </Drawing>
  );
}

export function LockPicture(): ReactNode {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden focusable="false">
      <rect x="2" y="6" width="10" height="7" rx="1.5" fill="currentColor" />
      <path d="M4.5 6 v-1.5 a2.5 2.5 0 0 1 5 0 v1.5" stroke="currentColor" strokeWidth="1.5" fill="none" />
    </svg>
  );
}
