// Leads the keyboard into what a button has opened over the page, and out of it again. Streamlit puts that at the very
// end of the page, where Tab comes to it only after everything else.

const BUTTON = "[data-testid=stPopoverButton][aria-expanded=true]";
const REACHED = "button:not([disabled]), input:not([disabled]), textarea:not([disabled]), a[href]";

function lead(event) {
  if (event.key !== "Tab") return;
  const opened = document.querySelector(BUTTON);
  const over = document.querySelector("[data-testid=stPopoverBody]");
  const stops = over ? [...over.querySelectorAll(REACHED)] : [];
  if (!opened || !stops.length) return;
  const at = document.activeElement;
  const leaves = at === (event.shiftKey ? stops[0] : stops[stops.length - 1]);
  if (at === opened && !event.shiftKey) stops[0].focus();
  else if (leaves) opened.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

export default function () {
  document.addEventListener("keydown", lead, true);
  return () => document.removeEventListener("keydown", lead, true);
}
