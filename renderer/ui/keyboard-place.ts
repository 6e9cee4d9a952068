/** Whether nothing in particular has the keyboard: what had it is gone, or files were dropped with the mouse. */
export function isKeyboardNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.tagName === 'MAIN';
}
