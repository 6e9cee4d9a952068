/** Brings the keyboard to the first field whose text is no date or amount; false when every field can be read. */
export function toUnreadable(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>('[data-unreadable]');
  field?.focus();
  return field !== null;
}
