/** Questions the terminal asks. */
export const englishPrompts = {
  password: 'Password of the repository: ',
  sourcePassword: 'Password of the repository to copy from: ',
  newPassword: 'New password: ',
  newPasswordAgain: 'New password again: ',
  code: 'Code: ',
  goAhead: 'Go ahead? Type yes: ',
  /** The answer that is a yes. */
  yes: 'yes',
  recoveryKey: 'Recovery key, as printed on the kit: ',
  currentPassword: 'Current password of the repository: ',
};
