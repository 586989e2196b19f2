"use strict";
// The secret stands behind the number sign, which no browser sends; it goes in a body once, and out of the history.
const secret = window.location.hash.slice(1);
const said = document.getElementById("said");
window.history.replaceState(null, "", "/enter");
fetch("/enter", {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Plimsoll-Request": "1" },
  body: JSON.stringify({ secret }),
}).then((answer) => {
  if (answer.ok) {
    window.location.replace("/api");
  } else {
    said.textContent = "This link was used, or is not the one that the server printed when it started. Start the server again for a new one.";
  }
}).catch(() => {
  said.textContent = "The server does not answer.";
});
