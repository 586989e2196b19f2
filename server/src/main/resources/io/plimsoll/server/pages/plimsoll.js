"use strict";
// Pages are whole without this. It brings in what happens while somebody looks, and asks before what cannot be taken back.
const SOON = 1000;
const LATER = 5000;

function announce(fresh) {
  const said = document.getElementById("said");
  const step = fresh.querySelector(".timeline .running .name");
  const text = step === null ? "" : step.textContent + " is running";
  if (said !== null && said.textContent !== text) {
    said.textContent = text;
  }
}

async function follow(live) {
  const answer = await fetch(live.dataset.live, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    return answer.status === 401 ? null : live;
  }
  const box = document.createElement("template");
  box.innerHTML = await answer.text();
  const fresh = box.content.getElementById("live");
  if (fresh.dataset.final !== undefined) {
    // it has ended: the verdict stands elsewhere on the page
    window.location.reload();
    return null;
  }
  if (fresh.outerHTML === live.outerHTML || live.contains(document.activeElement)) {
    return live;
  }
  announce(fresh);
  live.replaceWith(fresh);
  return fresh;
}

async function keepUp(live) {
  let now = live;
  while (now !== null && now.dataset.live !== undefined) {
    await new Promise((resume) => setTimeout(resume, document.hidden ? LATER : SOON));
    now = await follow(now).catch(() => now);
  }
}

const live = document.getElementById("live");
if (live !== null) {
  keepUp(live);
}

for (const button of document.querySelectorAll("button.danger")) {
  button.addEventListener("click", (event) => {
    if (button.form.reportValidity() && !window.confirm(button.textContent + "?")) {
      event.preventDefault();
    }
  });
}

// A choice in a list's filter takes effect at once
for (const choice of document.querySelectorAll("form.filter[role=search] select")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}
