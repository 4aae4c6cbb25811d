import type { SetupFrameTexts } from './texts.ts';

/** Around the steps of the guided set-up, in English. */
export const englishSetupFrame: SetupFrameTexts = {
  welcome: {
    title: 'Welcome to Lifeboat',
    lead: "Lifeboat keeps copies of your pharmacy's data in several places, proves that they can be restored, and tells you when something is wrong.",
    otherLanguage: 'Español',
    fresh: {
      title: 'Set up a new pharmacy',
      body: 'Eight short steps, about ten minutes. You can close this window at any time and go on later: nothing is lost.',
      action: 'Set up a new pharmacy',
      goOn: 'Go on where you left off',
    },
    recover: {
      title: 'Recover with your recovery kit',
      body: 'The old computer is dead, stolen or replaced. You need the printed recovery kit and one of the copies: a drive, a folder or the cloud.',
      action: 'Recover with your recovery kit',
    },
    promise: 'Everything is encrypted on this computer before it leaves it. Nobody but you has the key, not even the makers of Lifeboat.',
  },
  steps: 'Steps of the set-up',
  step: {
    pharmacy: 'Pharmacy',
    you: 'You',
    what: 'What',
    where: 'Where',
    when: 'When',
    who: 'Who hears',
    kit: 'Recovery kit',
    'first-backup': 'First backup',
  },
  done: 'done',
  back: 'Back',
  nextTo: (step) => `Next: ${step}`,
  leave: 'You can close this window and go on later. Nothing is lost.',
  pharmacy: {
    title: 'Your pharmacy',
    lead: 'This is printed on your recovery kit and decides when Lifeboat works.',
    name: 'Name of the pharmacy',
    nameHint: 'As it is known: it stands on the recovery kit and in messages.',
  },
  you: {
    title: 'You',
    lead: 'Whoever sets Lifeboat up becomes its Owner: the one who may change everything and who hears first when something is wrong.',
    name: 'Your name',
    email: 'Your e-mail address',
    emailHint: 'Only for messages about your backups. You confirm it in step 6.',
    pic: 'Who is the pharmacist-in-charge?',
    picHint: 'Two people keep a recovery kit: the owner and the pharmacist-in-charge. One of them is always away when it matters.',
    picMe: 'I am',
    picOther: 'Somebody else',
    picName: 'Name of the pharmacist-in-charge',
    picEmail: 'Their e-mail address',
  },
};
