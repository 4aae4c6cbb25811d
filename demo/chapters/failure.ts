/** Something in the story did not come out as it must; the message says what, for a person. */
export class DemoFailure extends Error {
  override name = 'DemoFailure';
}
