/** Line charts of what a table on the page says (src/components/ChartFigure.astro). */
import type { Chart as ChartData } from '../site/chart.ts';
import { draw } from './chart/draw.ts';
import { type Palette, paperPalette, screenPalette } from './chart/palette.ts';
import { csv } from './shared/csv.ts';
import { save } from './shared/save.ts';

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
  let chart = draw(canvas, shown(), screenPalette());
  let at = -1;

  const redraw = (palette: Palette) => {
    chart.destroy();
    chart = draw(canvas, shown(), palette);
    at = -1;
    said.textContent = '';
    const { title, subject, ticks } = shown();
    const name = `${subject}：${title}，${ticks[0]}至${ticks.at(-1)}年的折线图，数值见页面上的表`;
    canvas.setAttribute('aria-label', name);
  };
  redraw(screenPalette());
  choice.addEventListener('change', () => redraw(screenPalette()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => redraw(screenPalette()));
  addEventListener('beforeprint', () => {
    redraw(paperPalette());
    // Drawn as wide as the screen, shown as wide as the sheet.
    Object.assign(canvas.style, { width: '100%', height: 'auto' });
  });
  addEventListener('afterprint', () => redraw(screenPalette()));

  canvas.addEventListener('keydown', (event) => {
    const { ticks, sets } = shown();
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ticks.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    at = Math.max(0, Math.min(ticks.length - 1, next));
    const active = sets.flatMap(({ points }, datasetIndex) =>
      points[at] ? [{ datasetIndex, index: at }] : [],
    );
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update();
    const values = sets.map(({ label, points }) =>
      [label, points[at]?.label ?? '无数'].filter(Boolean).join(' '),
    );
    said.textContent = `${ticks[at]}年：${values.join('，')}`;
  });

  for (const button of figure.querySelectorAll<HTMLButtonElement>('[data-save]'))
    button.addEventListener('click', () => {
      const { subject, title } = shown();
      const name = `${subject} ${title}`;
      if (button.dataset.save === 'csv')
        save(`${name}.csv`, new Blob([table(shown())], { type: 'text/csv' }));
      else {
        redraw(paperPalette());
        canvas.toBlob((picture) => picture && save(`${name}.png`, picture));
        redraw(screenPalette());
      }
    });
}

function table({ title, ticks, sets }: ChartData): string {
  const head = ['年度', ...sets.flatMap(({ label }) => [label || title, `${label || title}（原样）`])];
  return csv([
    head,
    ...ticks.map((tick, index) => [
      tick,
      ...sets.flatMap(({ points }) => [points[index]?.value ?? '', points[index]?.label ?? '']),
    ]),
  ]);
}
