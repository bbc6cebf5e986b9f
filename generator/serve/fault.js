// Shows the faults of a failed build above the page, out of reach of its styles.
let box;

export function hide() {
  box?.remove();
  box = undefined;
}

export function show(problems) {
  hide();
  box = document.createElement("broadsheet-fault");
  const root = box.attachShadow({ mode: "open" });
  root.innerHTML = `<style>
    :host { all: initial }
    section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647;
      padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 1.5rem; background: #2a1210; color: #fbeae6;
      border-top: 4px solid #ff8f78; font: 15px/1.5 ui-monospace, Menlo, Consolas, monospace }
    h2 { margin: 0 0 .75rem; font: 600 16px/1.3 system-ui, sans-serif }
    li { margin: 0 0 .9rem } ol { margin: 0; padding: 0; list-style: none }
    b { color: #ffb4a3 } pre { margin: .3rem 0 0; white-space: pre-wrap; color: #d9c3be }
    em { font-style: normal; color: #d9c3be }
    button { float: right; font: inherit; color: inherit; background: none; border: 1px solid #8a5a52; padding: .2rem .7rem }
  </style><section role="alert"><button>Hide (Esc)</button><h2></h2><ol></ol></section>`;
  root.querySelector("h2").textContent =
    problems.length === 1 ? "The last build failed. This page is the one before." : `${problems.length} faults. This page is the one before.`;
  for (const { where, what, hint, excerpt } of problems) {
    const item = document.createElement("li");
    const add = (tag, text) => text && item.append(Object.assign(document.createElement(tag), { textContent: text }));
    add("b", where);
    add("div", what);
    add("em", hint && "try: " + hint);
    add("pre", excerpt);
    root.querySelector("ol").append(item);
  }
  root.querySelector("button").onclick = hide;
  document.body.append(box);
}

addEventListener("keydown", (event) => event.key === "Escape" && hide());
