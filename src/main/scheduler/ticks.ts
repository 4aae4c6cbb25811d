/** Calls again and again, about once a minute; a call that comes late or not at all harms nothing. */
export interface Ticks {
  /** The result ends the calls. */
  start(onTick: () => void): () => void;
}
