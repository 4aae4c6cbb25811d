/** Opening hours as a person enters them. */
export { hoursAreSound, USUAL_HOURS } from './change-hours.ts';
export { OpeningHoursField, type OpeningHoursFieldProps } from './opening-hours-field.tsx';
