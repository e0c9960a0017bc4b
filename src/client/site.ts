/** On every page: `/` goes to the search box, as the box says. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as Element).closest('input, textarea, select')) return;
  const box = document.querySelector<HTMLInputElement>('[data-find]');
  if (!box) return;
  event.preventDefault();
  box.focus();
});
