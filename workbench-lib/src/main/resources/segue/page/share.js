// Shares the address, which has all that was asked.
import { element } from "./element.js";

const SAID_MILLIS = 2500;

/** By the system's own way on phones; else the address is copied, or where that is not allowed shown to be copied by hand. */
export async function share(button, title, announce) {
  const url = location.href;
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ title, url });
      return;
    } catch (cause) {
      if (cause.name === "AbortError") {
        return;
      }
    }
  }
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    // not allowed, or not there at all where the page came without TLS from another machine
    showAddress(button, url);
    return;
  }
  const label = button.textContent;
  button.textContent = "Address copied";
  announce("The address is copied.");
  setTimeout(() => {
    button.textContent = label;
  }, SAID_MILLIS);
}

function showAddress(button, url) {
  let field = document.getElementById("address");
  if (field === null) {
    field = element("input", { id: "address", type: "text", readonly: "", "aria-label": "The address of these songs, to be copied" });
    button.parentElement.append(field);
  }
  field.value = url;
  field.focus();
  field.select();
}
