/** Drawings of the page that a reader can save (`figure` with `svg[data-picture]` and a button). */
import { saveDrawing } from './shared/picture.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-save-picture]')) {
  const drawing = button.closest('figure')?.querySelector<SVGSVGElement>('svg[data-picture]');
  if (!drawing) continue;
  button.hidden = false;
  button.addEventListener('click', () => saveDrawing(drawing, drawing.dataset.picture ?? 'chart'));
}
