/** One language's words of the steps that say who hears, make the recovery kit, and begin. */
export interface SetupEndTexts {
  who: {
    title: string;
    lead: string;
    people: string;
    mail: string;
    noMail: { title: string; body: string };
    tooFew: { title: string; body: string };
    anyway: string;
  };
  kit: { title: string; lead: string; notReady: { title: string; body: string }; postpone: string };
  first: {
    title: string;
    lead: string;
    starting: string;
    again: string;
    backup: string;
    leave: string;
    done: string;
    failed: { title: string; body: string };
    stopped: { title: string; body: string };
    details: string;
    proof: string;
    proofWaits: string;
    /** What a proof says, in a sentence. */
    proven: (words: { source: string; place: string; length: string }) => string;
    level: { bytes: string; verified: string; opened: (facts: string) => string };
    sample: string;
    notProven: (words: { source: string; place: string }) => string;
    ready: { title: string; body: string };
    /** All that was to come is over, and not everything is proven. Without sources: they are, but not at every place. */
    open: { title: string; body: (sources: string | undefined) => string };
    home: string;
    homeMeanwhile: string;
  };
}
