/** Names of the places one can go to from everywhere. */
export type AreaName = 'home' | 'restore' | 'runs' | 'settings';

/** One language's words of the page around all screens. */
export interface PageTexts {
  /** What the list of areas is called for those who hear the page. */
  areas: string;
  area: Readonly<Record<AreaName, string>>;
  skipToContent: string;
  /** Ends what browser pages may do. */
  signOut: string;
  loading: string;
  retry: string;
  cancel: string;
  close: string;
  back: string;
  next: string;
  save: string;
  saved: string;
  /** Copies of a place from before a key leaked. */
  oldCopies: (place: string) => string;
  connection: {
    connecting: string;
    /** The owner process does not answer; the page tries again by itself. */
    ownerGone: { title: string; body: string };
    /** Nobody signed this page in, somebody signed it out, or too long ago. */
    signedOut: { title: string; body: string };
  };
  failures: {
    title: string;
    /** An answer that a screen shows did not come. */
    notShown: string;
    ownerGone: string;
    forbidden: string;
    unexpected: string;
  };
  /** What a screen itself could not do: it did not come, or it broke. */
  broken: { title: string; body: string; reload: string };
  notFound: { title: string; body: string; home: string };
}
