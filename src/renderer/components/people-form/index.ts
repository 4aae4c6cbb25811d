/** People, and the addresses they are reached at. */
export { PeopleForm, type PeopleFormProps } from './people-form.tsx';
