/** Copying that works on plain http and file:// too, where the Clipboard API may be missing. */

/** Copies `text`; false where the browser allowed neither way. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'aside-voice';
  document.body.append(area);
  area.select();
  // Deprecated, and the only way on pages that are no secure context.
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}

/** Copies when `button` is pressed and says on the button, and to a screen reader, whether it worked. */
export function copyOnClick(button: HTMLButtonElement, text: () => string, status: Element | null): void {
  const label = button.textContent ?? '';
  button.hidden = false;
  button.addEventListener('click', async () => {
    const said = (await copy(text())) ? '已复制' : '无法复制，请手动选取';
    button.textContent = said;
    if (status) status.textContent = said;
    setTimeout(() => {
      button.textContent = label;
      if (status) status.textContent = '';
    }, 2000);
  });
}
