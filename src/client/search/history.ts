/** What a reader had before the eyes, kept with the address, so that going back from a report leads there again. */

export interface View {
  /** How many reports were listed. */
  shown: number;
  /** How far the page was scrolled, in CSS pixels. */
  top: number;
}

export function keepView(view: View): void {
  history.replaceState(view, '');
}

/** What `keepView` kept; undefined where the page was not seen before. */
export function viewOf(state: unknown): View | undefined {
  const { shown, top } = (state ?? {}) as Partial<View>;
  return shown === undefined || top === undefined ? undefined : { shown, top };
}
