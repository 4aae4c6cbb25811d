/** One language's words of the step that says when. */
export interface SetupWhenTexts {
  title: string;
  lead: string;
  sizes: {
    title: string;
    /** Everything, as far as it was measured. */
    all: (size: string) => string;
    unmeasured: (names: string) => string;
    onSite: (name: string, length: string) => string;
    /** When the off-site copy is complete. */
    offSite: (name: string, moment: string) => string;
    never: (name: string) => string;
    drives: (name: string) => string;
    noSpeed: (name: string) => string;
    daily: (size: string, length: string | undefined) => string;
    guess: string;
  };
}
