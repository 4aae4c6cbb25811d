/** One language's words of the icon beside the clock, its menu, and what it says by itself. */
export interface TrayTexts {
  /** Nobody answers: no process owns the installation, or it is just starting. */
  notRunning: string;
  /** Before the state's reason: `Needs attention: Drive B has not been seen for 6 days.` */
  state: (headline: string, reason: string | undefined) => string;
  working: string;
  /** Messages on the desktop are not seen. */
  messagesFail: string;
  pausedUntil: (moment: string) => string;
  backUpNow: string;
  closeDay: string;
  /** While it goes on; choosing it keeps the PC on. */
  keepOn: string;
  vendorUpdates: string;
  release: (disk: string) => string;
  pauseHour: string;
  pauseTomorrow: string;
  resume: string;
  open: string;
  startAtSignIn: string;
  /** This process makes the backups. */
  quitOwner: string;
  /** Another process makes the backups; they go on. */
  quitFace: string;
  askQuit: { title: string; body: string; bodyWhileWorking: string; quit: string; stay: string };
  released: (disk: string) => Note;
  notReleased: (disk: string) => Note;
  vendorExpected: Note;
  failed: (reason: string) => Note;
  day: {
    begun: Note;
    /** The PC goes off in so many seconds. */
    ending: (seconds: number, withWarnings: boolean) => Note;
    notWell: Note;
    nothingDone: Note;
    lost: Note;
    keptOn: Note;
    notPermitted: Note;
  };
}

/** A few words on the desktop. No names of files or people. */
export interface Note {
  title: string;
  body: string;
}
