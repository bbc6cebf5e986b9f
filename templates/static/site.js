// Two small services; every page reads well without them: the choice of colours, and links when the site is read from a disk.
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

  const stored = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };

  show(stored());
  select?.addEventListener("change", () => {
    show(select.value);
    try { localStorage.setItem("theme", select.value); } catch { /* a browser that keeps nothing */ }
  });
  addEventListener("storage", (event) => event.key === "theme" && show(event.newValue));
  addEventListener("pageshow", (event) => event.persisted && show(stored()));

  // A disk serves no index.html for a folder.
  if (location.protocol === "file:") addEventListener("click", (event) => {
    const a = event.target.closest?.("a[href]");
    if (a?.protocol === "file:" && a.pathname.endsWith("/")) a.pathname += "index.html";
  }, true);
})();
