// A dialog of the page, over everything else. Over a match it is a part of it, and has the colours of its table.

/**
 * Opens it. It closes when `left` aborts, and is gone from the page once it is closed.
 * @param heading the id of its heading @param fill renders what is in it
 */
export function openDialog(
  heading: string,
  left: AbortSignal,
  fill: (dialog: HTMLDialogElement) => void,
): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "panel dialog";
  dialog.setAttribute("aria-labelledby", heading);
  fill(dialog);
  (document.querySelector(".match") ?? document.body).append(dialog);
  dialog.showModal();
  const close = (): void => dialog.close();
  left.addEventListener("abort", close);
  dialog.addEventListener("close", () => {
    left.removeEventListener("abort", close);
    dialog.remove();
  });
  return dialog;
}
