"use strict";
const said = document.getElementById("said");
const form = document.getElementById("sign-in");
const BY_LINK = "This link was used, or is not the one that the server printed when it started. Start the server again for a new one.";
const BY_NAME = "Nobody came in with this name and this password. After some tries in vain a wait begins.";

function show(what, refusal) {
  fetch("/enter", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Plimsoll-Request": "1" },
    body: JSON.stringify(what),
  }).then((answer) => {
    if (answer.ok) {
      // whoever was asked on the way to a page goes on to it
      const here = window.location.pathname;
      window.location.replace(here === "/enter" ? "/" : here + window.location.search);
    } else {
      said.textContent = refusal;
    }
  }).catch(() => {
    said.textContent = "The server does not answer.";
  });
}

// The secret stands behind the number sign, which no browser sends; it goes in a body once, and out of the history.
const secret = window.location.pathname === "/enter" ? window.location.hash.slice(1) : "";
if (secret !== "") {
  window.history.replaceState(null, "", "/enter");
  said.textContent = "Coming in…";
  show({ secret }, BY_LINK);
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show({ name: form.elements.name.value, password: form.elements.password.value }, BY_NAME);
});
