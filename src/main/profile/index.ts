export { type Bootstrap, type DurableTexts, openBootstrap, setAsideBootstrap } from './bootstrap.ts';
export { type OpenedProfile, openProfile, type Profile, profileAt } from './profile.ts';
export { defaultProfile, type ProfileChoice, profileFolder } from './profile-folder.ts';
export { restrictToOwner } from './restrict-to-owner.ts';
export { KEPT_DAYS, openScratch, type Scratch, type ScratchFolder, type Swept } from './scratch.ts';
export { writeDurably } from './write-durably.ts';
