/** A line chart on a canvas: lines told apart by dash and point as well as by colour, values written beside their points. */
import {
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  SubTitle,
  Title,
  Tooltip,
} from 'chart.js';
import type { Chart as ChartData } from '../../site/chart.ts';
import { marks } from './marks.ts';
import type { Palette } from './palette.ts';

Chart.register(
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  SubTitle,
  Title,
  Tooltip,
);

const DASHES = [[], [6, 4], [2, 3], [10, 3, 2, 3], [14, 4]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'star'] as const;

/** Draws `chart` anew. Its lines have the palette's colours in turn; a point whose value carries a bound is hollow. */
export function draw(canvas: HTMLCanvasElement, data: ChartData, palette: Palette): Chart {
  const { title, subject, ticks, unit, sets } = data;
  const { ink, muted, rule, paper, lines, family } = palette;
  const font = { family, size: 13 };
  const single = sets.length === 1 ? sets[0]?.label : '';
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: ticks,
      datasets: sets.map(({ label, points }, index) => {
        const colour = lines[index % lines.length] as string;
        return {
          label,
          data: points.map((point) => point?.value ?? null),
          borderColor: colour,
          borderWidth: 2,
          borderDash: DASHES[index % DASHES.length] as number[],
          pointStyle: POINTS[index % POINTS.length] as 'circle',
          pointBackgroundColor: points.map((point) => (point?.bounded ? paper : colour)),
          pointRadius: 4,
          pointHoverRadius: 7,
          pointBorderWidth: 2,
          // Nothing is drawn over a missing year.
          spanGaps: false,
          clip: false,
        };
      }),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { right: 24 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { ticks: { color: muted, font }, grid: { display: false }, border: { color: rule }, offset: true },
        y: {
          beginAtZero: true,
          grace: '12%',
          ticks: { color: muted, font, maxTicksLimit: 6 },
          grid: { color: rule },
          border: { display: false },
        },
      },
      plugins: {
        title: {
          display: true,
          align: 'start',
          text: unit ? `${title}（${unit}）` : title,
          color: ink,
          font: { family, size: 15, weight: 600 },
          padding: { bottom: 2 },
        },
        subtitle: {
          display: true,
          align: 'start',
          text: [subject, single].filter(Boolean).join(' · '),
          color: muted,
          font,
          padding: { bottom: 14 },
        },
        legend: {
          display: sets.length > 1,
          align: 'start',
          labels: { color: ink, font, usePointStyle: true, pointStyleWidth: 34 },
        },
        tooltip: {
          titleFont: font,
          bodyFont: font,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const set = sets[datasetIndex];
              return ` ${set?.label} ${set?.points[dataIndex]?.label ?? ''}`;
            },
          },
        },
      },
    },
    plugins: [ground(paper), marks(data, palette)],
  });
}

/** A saved picture has the page's ground, not black. */
function ground(paper: string): Plugin {
  return {
    id: 'ground',
    beforeDraw: ({ ctx, width, height }) => {
      ctx.fillStyle = paper;
      ctx.fillRect(0, 0, width, height);
    },
  };
}
