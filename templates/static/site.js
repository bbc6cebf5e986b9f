// Small services; every page reads well without them: the choice of colours, publishers that a reader leaves out of lists,
// and links when the site is read from a disk.
(() => {
  const root = document.documentElement;
  const select = document.querySelector("[name=theme]");
  const metas = document.querySelectorAll("[name=theme-color]");
  const own = [...metas].map((meta) => meta.content);

  const show = (choice) => {
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
    else delete root.dataset.theme;
    metas.forEach((meta, i) => (meta.content = own[choice === "light" ? 0 : choice === "dark" ? 1 : i]));
    if (select) select.value = root.dataset.theme || "auto";
  };

  const stored = (key) => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const keep = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* a browser that keeps nothing */ }
  };

  show(stored("theme"));
  select?.addEventListener("change", () => {
    show(select.value);
    keep("theme", select.value);
  });

  // The publishers left out, their names by their slugs. `hiding` is the style sheet that does it; the head of each page
  // puts it in place before anything is seen. Stories that others tell too stay, and so does the list of their sources.
  // Each site of an address has its own, by the place of its publishers.
  const told = document.getElementById("hidden");
  const home = told && new URL(told.dataset.home, location).href;
  const box = document.querySelector("[name=hide]");
  const hidden = () => {
    try { return { ...JSON.parse(stored(`hidden${home}`)) }; } catch { return {}; /* none, or what is not ours */ }
  };

  const hide = () => {
    const names = Object.entries(hidden());
    const links = names.map(([slug, name]) => Object.assign(document.createElement("a"), { href: `${home.replace(/index\.html$/, "")}${slug}/`, textContent: name }));
    told.hidden = !names.length;
    told.replaceChildren(told.firstChild, ...links.flatMap((link) => [link, " "]));
    if (box) box.checked = Object.hasOwn(hidden(), box.value);
    let style = document.getElementById("hiding");
    if (!style && !names.length) return;
    style ||= document.head.appendChild(Object.assign(document.createElement("style"), { id: "hiding" }));
    style.textContent = stored(`hiding${home}`);
    for (const day of document.querySelectorAll(".day")) {
      day.hidden = false;
      day.hidden = [...day.querySelectorAll("li")].every((item) => getComputedStyle(item).display === "none");
    }
  };

  if (told) hide();
  if (told && box) box.closest("p").hidden = false;
  box?.addEventListener("change", () => {
    const { [box.value]: _, ...others } = hidden();
    const all = box.checked ? { ...others, [box.value]: box.dataset.name } : others;
    keep(`hidden${home}`, JSON.stringify(all));
    keep(`hiding${home}`, Object.keys(all).map((slug) => `.list:not(.numbered) > li:has(> .src > .own[href*="/publishers/${slug}/"]) { display: none; }`).join(""));
    hide();
  });

  addEventListener("storage", (event) => event.key === "theme" && show(event.newValue));
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    show(stored("theme"));
    if (told) hide();
  });

  // A disk serves no index.html for a folder.
  if (location.protocol === "file:") addEventListener("click", (event) => {
    const a = event.target.closest?.("a[href]");
    if (a?.protocol === "file:" && a.pathname.endsWith("/")) a.pathname += "index.html";
  }, true);
})();
