/** Values along an axis, as dots whose size says how many fall together. */

export interface Dot {
  /** From 0 to 1. */
  at: number;
  count: number;
}

export interface Strip {
  dots: Dot[];
  /** Where round values stand on the axis. */
  ticks: { at: number; value: number }[];
  /** True where the axis is logarithmic, as the values are far apart. */
  logarithmic: boolean;
}

/** Steps that dots are drawn in: nearer values share one. */
const STEPS = 120;
/** From this ratio of the largest to the smallest positive value on, the axis is logarithmic. */
const WIDE = 200;

/** Places `values` (none negative) on one axis from 0; undefined where fewer than three could be told apart. */
export function stripOf(values: readonly number[], percent: boolean): Strip | undefined {
  if (new Set(values).size < 3) return undefined;
  const most = Math.max(...values);
  const least = Math.min(...values.filter((value) => value > 0));
  const logarithmic = !percent && most / least > WIDE;
  const top = percent ? Math.max(100, most) : logarithmic ? 10 ** Math.ceil(Math.log10(most)) : niceTop(most);
  const place = (value: number) => (logarithmic ? Math.log10(1 + value) / Math.log10(1 + top) : value / top);
  const counts = new Map<number, number>();
  for (const value of values) {
    const step = Math.round(place(value) * STEPS);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const marks = logarithmic ? powers(top) : [0, 0.25, 0.5, 0.75, 1].map((share) => share * top);
  return {
    dots: [...counts].map(([step, count]) => ({ at: step / STEPS, count })).sort((a, b) => a.at - b.at),
    ticks: marks.map((value) => ({ at: place(value), value })),
    logarithmic,
  };
}

/** The next 1, 2, 4 or 8 times a power of ten: a quarter of it is a round number. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

function powers(top: number): number[] {
  const all = [0];
  for (let value = 1; value <= top; value *= 10) all.push(value);
  return all.length > 7 ? all.filter((_, index) => index === 0 || index % 2 === 1) : all;
}
