/** Saving a drawing of the page as a picture. */
import { save } from './save.ts';

/** What the stylesheet gives a drawing's parts and a file on its own would lack. */
const STYLES = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight'] as const;

/** Gives `drawing` to the reader as an SVG file that looks as it does on the page, on the page's ground. */
export function saveDrawing(drawing: SVGSVGElement, name: string): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const parts = [...copy.querySelectorAll('*')];
  for (const [at, part] of [...drawing.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(part);
    for (const property of STYLES) parts[at]?.setAttribute(property, style.getPropertyValue(property));
  }
  const { width, height } = drawing.viewBox.baseVal;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  ground.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor);
  copy.prepend(ground);
  save(`${name}.svg`, new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
}
