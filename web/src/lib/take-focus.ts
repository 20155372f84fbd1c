/** Moves focus to what asks for one key, but never away from somebody who is typing. */
export function takeFocus(target: HTMLElement | null) {
  const now = document.activeElement;
  if (target && now instanceof HTMLTextAreaElement && now.value === '') target.focus({ preventScroll: true });
}
