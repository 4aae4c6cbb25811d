/** Windows' own account of the machine: it is there before anybody signs in and may make shadow copies. */
const MACHINE = 'S-1-5-18';
/** Of schtasks: a folder of our own. */
export const OWNER_TASK = '\\Lifeboat\\Background owner';
export const WAKE_TASK = '\\Lifeboat\\Wake for backups';

/** A moment long ago, from which on something is repeated. */
const ALWAYS = '2020-01-01T00:00:00';
/** How often Windows looks whether the owner still runs, as an XML duration. */
const LOOK_EVERY = 'PT5M';

/** The task that starts the background owner with the machine, and again should it ever have ended. */
export function ownerTaskXml(program: string): string {
  return task(program, {
    triggers:
      '<BootTrigger><Enabled>true</Enabled></BootTrigger>' +
      `<TimeTrigger><StartBoundary>${ALWAYS}</StartBoundary><Enabled>true</Enabled>` +
      `<Repetition><Interval>${LOOK_EVERY}</Interval><StopAtDurationEnd>false</StopAtDurationEnd></Repetition></TimeTrigger>`,
    wakes: false,
  });
}

/**
 * The task that wakes the PC for the next due run; its action finds the owner at work and ends, or becomes it. A task of its own:
 * what looks every few minutes must not wake the PC every few minutes.
 */
export function wakeTaskXml(program: string, at: Date): string {
  const moment = `${at.toISOString().slice(0, 19)}Z`;
  return task(program, {
    triggers: `<TimeTrigger><StartBoundary>${moment}</StartBoundary><Enabled>true</Enabled></TimeTrigger>`,
    wakes: true,
  });
}

function task(program: string, { triggers, wakes }: { triggers: string; wakes: boolean }): string {
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '<RegistrationInfo><Author>Lifeboat</Author></RegistrationInfo>',
    `<Triggers>${triggers}</Triggers>`,
    `<Principals><Principal id="Author"><UserId>${MACHINE}</UserId><RunLevel>HighestAvailable</RunLevel></Principal></Principals>`,
    '<Settings>',
    '<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '<AllowHardTerminate>true</AllowHardTerminate>',
    '<StartWhenAvailable>true</StartWhenAvailable>',
    '<RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>',
    '<AllowStartOnDemand>true</AllowStartOnDemand>',
    '<Enabled>true</Enabled>',
    '<Hidden>false</Hidden>',
    '<RunOnlyIfIdle>false</RunOnlyIfIdle>',
    `<WakeToRun>${wakes}</WakeToRun>`,
    // Without a limit; the default ends it after three days.
    '<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    // The default, 7, gives it Windows' lowest share of the disk.
    '<Priority>6</Priority>',
    '<RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>',
    '</Settings>',
    `<Actions Context="Author"><Exec><Command>${escaped(program)}</Command><Arguments>--background</Arguments></Exec></Actions>`,
    '</Task>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
