/** One language's words of "I think we are being attacked". */
export interface AttackTexts {
  title: string;
  lead: string;
  /** What a person does first, away from this PC. */
  first: { title: string; steps: readonly string[] };
  does: { title: string; lines: readonly string[]; undo: string };
  since: { label: string; hint: string; choices: { now: string; today: string; yesterday: string; week: string } };
  begin: string;
  confirm: { title: string; body: string };
  on: {
    title: string;
    lead: (said: string, since: string) => string;
    kept: (count: number) => string;
    disks: string;
    safe: (disk: string) => string;
    notSafe: (disk: string) => string;
    restore: string;
    lost: string;
  };
  end: {
    title: string;
    lead: string;
    falseAlarm: { label: string; title: string; body: string };
    over: { label: string; title: string; body: string };
  };
  home: string;
}
