// Search over one index file, fetched at the first need. Every word must begin a word of a title, topic, publisher or
// summary, or stand anywhere in it where words are not parted by spaces; a hit in a title weighs most. The question stands in the address, so it can be shared and gone back to.
(() => {
  const form = document.querySelector("form.find");
  const input = form.elements.q;
  const list = document.getElementById("results");
  const count = document.getElementById("count");
  const browse = document.querySelector(".browse");
  const MOST = 60;
  const WEIGHTS = [12, 6, 4, 2]; // title, topics, publisher, summary
  const DENSE = /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]/u;
  const KINDS = { stories: "Story", topics: "Topic", publishers: "Publisher" };
  const language = document.documentElement.lang;
  const dates = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "medium", timeZone: "UTC" });
  const dated = (day) => day && dates.format(new Date(day));
  let rows;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  const load = () => rows ||= fetch(form.dataset.index).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then((all) => all.map(([title, url, summary, day, publisher, topics]) => ({
    title, url: new URL(url, new URL(form.dataset.index, location)), summary, day, publisher,
    fields: [words(title), words(topics.join(" ")), words(publisher), words(summary)],
  })));

  const place = (text, word) => DENSE.test(word) ? text.indexOf(word) : text.startsWith(word) ? 0 : -1;

  // The weight of a row for these words, 0 if one of them is missing.
  const weigh = (row, asked) => {
    let sum = 0;
    for (const word of asked) {
      let best = 0;
      row.fields.forEach((field, i) => {
        for (const each of field) if (place(each, word) >= 0) best = Math.max(best, WEIGHTS[i] + (each === word ? 1 : 0));
      });
      if (!best) return 0;
      sum += best;
    }
    return sum;
  };

  // A text with the words that were hit in <mark>, built without markup from the index.
  const marked = (tag, text, asked) => {
    const element = document.createElement(tag);
    element.dir = "auto";
    let end = 0;
    for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const folded = fold(match[0]);
      const word = asked.find((each) => place(folded, each) >= 0);
      if (!word) continue;
      const part = DENSE.test(word) && folded.length === match[0].length; // a run of characters is not one word
      const start = match.index + (part ? place(folded, word) : 0);
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, part ? start + word.length : match.index + match[0].length);
      element.append(text.slice(end, start), mark);
      end = start + mark.textContent.length;
    }
    element.append(text.slice(end));
    return element;
  };

  const shown = (row, asked) => {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const a = marked("a", row.title, asked);
    a.href = row.url;
    heading.append(a);
    item.append(heading);
    if (row.summary) {
      const summary = marked("p", row.summary, asked);
      summary.className = "sum";
      item.append(summary);
    }
    const where = [KINDS[row.url.pathname.split("/").at(-3)], row.publisher, dated(row.day)].filter(Boolean).join(" · ");
    if (where) {
      const line = marked("p", where, asked);
      line.className = "src";
      item.append(line);
    }
    return item;
  };

  const search = async () => {
    const asked = words(input.value);
    browse.hidden = asked.length > 0;
    if (!asked.length) {
      list.replaceChildren();
      count.textContent = "";
      return;
    }
    const question = input.value;
    let all;
    try {
      all = await load();
    } catch {
      rows = undefined;
      browse.hidden = false;
      count.textContent = location.protocol === "file:"
        ? "A browser does not let a page on a disk read the index. Use the lists below, or open the site through a server."
        : "The index could not be loaded. The lists below lead to every report.";
      return;
    }
    if (question !== input.value) return; // a later keystroke has taken over
    const hits = all.map((row) => [weigh(row, asked), row]).filter(([weight]) => weight);
    hits.sort(([a, one], [b, two]) => b - a || two.day.localeCompare(one.day));
    list.replaceChildren(...hits.slice(0, MOST).map(([, row]) => shown(row, asked)));
    count.textContent = hits.length === 0 ? "Nothing was found. Fewer or shorter words find more."
      : hits.length === 1 ? "1 result" : `${hits.length} results${hits.length > MOST ? `, the best ${MOST} of them here` : ""}`;
  };

  const remember = (push) => {
    const url = new URL(location);
    if (input.value.trim()) url.searchParams.set("q", input.value.trim());
    else url.searchParams.delete("q");
    if (url.href !== location.href) history[push ? "pushState" : "replaceState"](null, "", url);
  };

  const recall = () => {
    input.value = new URLSearchParams(location.search).get("q") || "";
    search();
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); remember(true); search(); });
  input.addEventListener("input", () => { remember(false); search(); });
  input.addEventListener("focus", () => load().catch(() => { rows = undefined; }), { once: true });
  addEventListener("popstate", recall);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.select();
    input.focus();
  });
  recall();
})();
