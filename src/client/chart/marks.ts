/** Writes each value beside its point, as far as there is room. */
import type { Chart, Plugin } from 'chart.js';
import type { Chart as ChartData } from '../../site/chart.ts';
import type { Palette } from './palette.ts';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const HEIGHT = 14;
const GAP = 8;

/** Values are written above their points, else below; one that has room at neither side is left to the tooltip. */
export function marks({ sets }: ChartData, { ink, paper, family }: Palette): Plugin {
  return {
    id: 'marks',
    afterDatasetsDraw: (chart: Chart) => {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `12px ${family}`;
      ctx.fillStyle = ink;
      // A line that passes below does not cross the digits.
      ctx.strokeStyle = paper;
      ctx.lineWidth = 4;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      const taken: Box[] = [];
      for (const [at, { points }] of sets.entries())
        for (const [index, point] of points.entries()) {
          const spot = chart.getDatasetMeta(at).data[index];
          if (!point || !spot) continue;
          const half = ctx.measureText(point.mark).width / 2 + 2;
          const y = [spot.y - GAP - HEIGHT / 2, spot.y + GAP + HEIGHT / 2].find((middle) =>
            free(boxAt(spot.x, middle, half), taken, chart.width),
          );
          if (y === undefined) continue;
          taken.push(boxAt(spot.x, y, half));
          ctx.strokeText(point.mark, spot.x, y);
          ctx.fillText(point.mark, spot.x, y);
        }
      ctx.restore();
    },
  };
}

function boxAt(x: number, middle: number, half: number): Box {
  return { left: x - half, right: x + half, top: middle - HEIGHT / 2, bottom: middle + HEIGHT / 2 };
}

function free(box: Box, taken: readonly Box[], width: number): boolean {
  if (box.left < 0 || box.right > width) return false;
  return taken.every(
    (other) =>
      box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top,
  );
}
