/** Line charts of what a table on the page says (src/components/ChartFigure.astro). */
import {
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { Chart as ChartData } from '../site/chart.ts';
import { csv } from './shared/csv.ts';
import { save } from './shared/save.ts';

Chart.register(
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Lines differ in dash and point as well as in colour. */
const DASHES = [[], [6, 4], [2, 3], [10, 3, 2, 3]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot'] as const;
const COLOURS = ['--accent', '--link', '--ok', '--warn'];

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) start(figure);

function start(figure: HTMLElement): void {
  const canvas = figure.querySelector('canvas');
  const choice = figure.querySelector<HTMLSelectElement>('[data-choice]');
  const said = figure.querySelector('[data-point]');
  const data = figure.querySelector('script')?.textContent;
  if (!canvas || !choice || !said || !data) return;
  const charts = JSON.parse(data) as ChartData[];
  const shown = () => charts[Number(choice.value)] as ChartData;
  figure.hidden = false;
  let chart = draw(canvas, shown());
  let at = -1;

  const redraw = () => {
    chart.destroy();
    chart = draw(canvas, shown());
    at = -1;
    said.textContent = '';
  };
  choice.addEventListener('change', redraw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  addEventListener('beforeprint', () => chart.resize());

  canvas.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const { ticks, sets } = shown();
    at = Math.max(0, Math.min(ticks.length - 1, at + step));
    const active = sets.flatMap((set, datasetIndex) =>
      set.values[at] === null ? [] : [{ datasetIndex, index: at }],
    );
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update();
    said.textContent = `${ticks[at]}年：${sets.map(({ label, labels }) => `${label} ${labels[at] ?? '未披露'}`).join('，')}`;
  });

  for (const button of figure.querySelectorAll<HTMLButtonElement>('[data-save]'))
    button.addEventListener('click', () => {
      const name = shown().title;
      if (button.dataset.save === 'csv')
        save(`${name}.csv`, new Blob([table(shown())], { type: 'text/csv' }));
      else canvas.toBlob((picture) => picture && save(`${name}.png`, picture));
    });
}

function draw(canvas: HTMLCanvasElement, { title, ticks, unit, sets }: ChartData): Chart {
  canvas.setAttribute('aria-label', `${title}，${ticks[0]}至${ticks.at(-1)}年的折线图，数值见下方的表`);
  const [ink, muted, rule, paper] = ['--ink', '--muted', '--rule', '--paper'].map(colour) as [
    string,
    string,
    string,
    string,
  ];
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: ticks,
      datasets: sets.map(({ label, values }, index) => ({
        label,
        data: values,
        borderColor: colour(COLOURS[index % COLOURS.length] as string),
        backgroundColor: paper,
        borderDash: DASHES[index % DASHES.length] as number[],
        pointStyle: POINTS[index % POINTS.length] as 'circle',
        pointRadius: 5,
        pointHoverRadius: 7,
        pointBorderWidth: 2,
        spanGaps: false,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { right: 16 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { ticks: { color: muted, font }, grid: { display: false }, border: { color: rule } },
        y: {
          beginAtZero: true,
          title: { display: unit !== '', text: unit, color: muted, font },
          ticks: { color: muted, font },
          grid: { color: rule },
          border: { display: false },
        },
      },
      plugins: {
        legend: { display: sets.length > 1, labels: { color: ink, font, usePointStyle: true } },
        tooltip: {
          titleFont: font,
          bodyFont: font,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const set = sets[datasetIndex];
              return ` ${set?.label} ${set?.labels[dataIndex] ?? ''}`;
            },
          },
        },
      },
    },
    plugins: [
      {
        // A saved picture has the page's ground, not black.
        id: 'ground',
        beforeDraw: ({ ctx, width, height }) => {
          ctx.fillStyle = paper;
          ctx.fillRect(0, 0, width, height);
        },
      },
    ],
  });
}

function table({ ticks, sets }: ChartData): string {
  const head = ['年度', ...sets.flatMap(({ label }) => [label, `${label}（原样）`])];
  return csv([
    head,
    ...ticks.map((tick, index) => [
      tick,
      ...sets.flatMap(({ values, labels }) => [values[index] ?? '', labels[index] ?? '']),
    ]),
  ]);
}
