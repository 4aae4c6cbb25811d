/** One language's words of Home. */
export interface HomeTexts {
  title: string;
  reasons: string;
  disasters: string;
  copies: string;
}
