import type { BrandVariants } from '@fluentui/react-components';

/** Lifeboat's one accent: the blue-green of deep water, from dark to light. 80 is the button, 60 to 70 are its darker moments. */
export const brand: BrandVariants = {
  10: '#011114',
  20: '#041d22',
  30: '#062c34',
  40: '#083943',
  50: '#0a4753',
  60: '#0c5563',
  70: '#0e6374',
  80: '#107284',
  90: '#2a8296',
  100: '#4592a5',
  110: '#5ea2b3',
  120: '#76b1c0',
  130: '#8fc1cd',
  140: '#a9d0da',
  150: '#c3dfe6',
  160: '#deeff2',
};
