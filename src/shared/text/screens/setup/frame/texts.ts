import type { SetupStep } from '../../../../model/setup-progress.ts';

/** One language's words around the steps of the guided set-up, and of the first two. */
export interface SetupFrameTexts {
  welcome: {
    title: string;
    lead: string;
    /** The language's own name, for the button that changes to the other one. */
    otherLanguage: string;
    fresh: { title: string; body: string; action: string; goOn: string };
    recover: { title: string; body: string; action: string };
    promise: string;
  };
  steps: string;
  /** Names in the row at the top. */
  step: Readonly<Record<SetupStep, string>>;
  /** Said to those who hear the page. */
  done: string;
  back: string;
  /** The button that goes on, named after where it leads. */
  nextTo: (step: string) => string;
  leave: string;
  pharmacy: {
    title: string;
    lead: string;
    name: string;
    nameHint: string;
  };
  you: {
    title: string;
    lead: string;
    name: string;
    email: string;
    emailHint: string;
    pic: string;
    picHint: string;
    picMe: string;
    picOther: string;
    picName: string;
    picEmail: string;
  };
}
