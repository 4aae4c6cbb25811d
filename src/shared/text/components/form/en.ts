import type { FormTexts } from './texts.ts';

/** Forms, in English. */
export const englishForm: FormTexts = {
  problems: {
    required: 'Please fill this in.',
    email: 'This is not an e-mail address, such as ana@pharmacy.com.',
    url: 'This is not a web address, such as https://example.com.',
    time: 'The end must be later than the beginning.',
    number: 'This number cannot be right.',
    'too-long': 'This is too long.',
    'two-needed': 'Choose at least two.',
    invalid: 'This cannot be right. Please check it.',
  },
  optional: 'optional',
  add: 'Add',
  remove: 'Remove',
  change: 'Change',
};
