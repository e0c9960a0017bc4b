/** A value that was found, and what says so. */
export interface Evidence<T> {
  value: T;
  /** Id of the rule that found it. */
  rule: string;
  /** The words it was read from. */
  quote: string;
}
