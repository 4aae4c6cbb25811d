/** In which words the page speaks. */
export { useVoice, type Voice, VoiceContext } from './language-context.ts';
export { useNames } from './use-names.ts';
export { useTexts } from './use-texts.ts';
export { useVoiceOfPharmacy } from './use-voice-of-pharmacy.ts';
