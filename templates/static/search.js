// Search over an index in pieces, each fetched when it is needed: a table of contents, the words that begin alike, rows in
// blocks. Every word must begin a word of a title, topic, publisher or summary, or stand anywhere in it where words are not
// parted by spaces; a hit in a title weighs most. The question stands in the address, so it can be shared and gone back to.
(() => {
  const form = document.querySelector("form.find");
  const fields = [...form.querySelectorAll("[name]")];
  const list = document.getElementById("results");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const browse = document.querySelector(".browse");
  const SHOWN = 10;
  const WEIGHTS = [12, 6, 4, 2]; // title, topics, publisher, summary
  const DENSE = /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]/u;
  const said = JSON.parse(document.getElementById("words").textContent);
  const language = document.documentElement.lang;
  // Numbers and dates as the language has them. What spells them is made with the first hits, for it takes longer than the page.
  const once = (make) => { let made; return () => (made ||= make()); };
  const forms = once(() => new Intl.PluralRules(language));
  const grouped = once(() => new Intl.NumberFormat(language, { numberingSystem: "latn" }));
  const dates = once(() => new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "medium", timeZone: "UTC", numberingSystem: "latn" }));
  const counted = (what, n) => (what[forms().select(n)] || what.other).replace("{count}", grouped().format(n));
  const dated = (day) => day && dates().format(new Date(day));
  const index = new URL(form.dataset.index, location);
  const files = new Map();
  let asking = 0;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  // The words under which a run stands in the index: dense scripts by every two signs.
  const entries = (run) => run.match(new RegExp(`${DENSE.source}+|(?:(?!${DENSE.source}).)+`, "gu")).flatMap((part) => {
    const signs = DENSE.test(part) ? [...part] : [];
    return signs.length < 2 ? [part] : signs.slice(1).map((sign, i) => signs[i] + sign);
  });

  const file = (name) => {
    if (!files.has(name)) {
      const got = fetch(new URL(name, index)).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      });
      got.catch(() => files.delete(name)); // it may be there the next time
      files.set(name, got);
    }
    return files.get(name);
  };

  // The shard in which a word stands: that of its longest beginning.
  const shard = async (word) => {
    const { shards } = await file("index.json");
    const known = new Set(shards);
    for (let end = word.length; end >= 0; end--) {
      const prefix = word.slice(0, end);
      if (!known.has(prefix)) continue;
      const name = [...prefix].map((sign) => /[a-z0-9.-]/.test(sign) ? sign : `_${sign.codePointAt(0).toString(16)}`).join("");
      return file(`words/w-${name}.json`);
    }
    return { words: {}, names: [] };
  };

  // The weight of each row in which a word stands, by the row's number.
  const hits = async (asked) => {
    const found = new Map();
    const whole = asked.includes(".");
    for (const [word, codes] of Object.entries((await shard(asked)).words)) {
      if (whole ? word !== asked : !word.startsWith(asked)) continue;
      let row = 0;
      for (const code of codes) {
        row += code >> 2;
        found.set(row, Math.max(found.get(row) || 0, WEIGHTS[code & 3] + (word === asked ? 1 : 0)));
      }
    }
    return found;
  };

  // The rows of the days from one to another, as the numbers of the first and of the one after the last. Those of no day
  // stand before all others, and are of no span.
  const span = ({ days }, from, to) => {
    let row = 0, first = 0, last = 0;
    for (const [day, rows] of days) {
      if ((from || to) && (!day || day < from)) first = row + rows;
      row += rows;
      if (!to || day <= to) last = row;
    }
    return [first, last];
  };

  const place = (text, word) => DENSE.test(word) ? text.indexOf(word) : text.startsWith(word) ? 0 : -1;

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

  const shown = ([title, url, summary, day, publisher], asked, from, beside) => {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const a = marked("a", title, asked);
    a.href = new URL(url, new URL(from, index));
    heading.append(a);
    item.append(heading);
    if (summary) {
      const text = marked("p", summary, asked);
      text.className = "sum";
      item.append(text);
    }
    const where = [said.kinds[a.pathname.replace(/index\.html$/, "").split("/").at(-3)], publisher, dated(day), beside];
    if (where.some(Boolean)) {
      const line = marked("p", where.filter(Boolean).join(" · "), asked);
      line.className = "src";
      item.append(line);
    }
    return item;
  };

  const rowsOf = async (numbers, size, asked) => Promise.all(numbers.map(async (number) => {
    const name = `rows/${Math.floor(number / size)}.json`;
    return shown((await file(name))[number % size], asked, name);
  }));

  const search = async () => {
    const turn = ++asking;
    const [q, topic, publisher, from, to] = ["q", "topic", "publisher", "from", "to"].map((name) => form.elements[name].value);
    const asked = words(q);
    const wanted = [...asked.flatMap(entries), ...(topic ? [`t.${topic}`] : []), ...(publisher ? [`p.${publisher}`] : [])];
    browse.hidden = wanted.length > 0 || Boolean(from || to);
    more.hidden = true;
    if (!browse.hidden) {
      list.replaceChildren();
      count.textContent = "";
      return;
    }
    try {
      const table = await file("index.json");
      const telling = wanted.filter((word) => !table.common.includes(word));
      const found = await Promise.all(telling.map(hits));
      const [first, last] = span(table, from, to);
      let numbers = [];
      if (found.length) {
        found.sort((a, b) => a.size - b.size);
        for (const [row, weight] of found[0]) {
          if (row < first || row >= last || !found.every((each) => each.has(row))) continue;
          numbers.push([found.reduce((sum, each) => sum + each.get(row), 0), row]);
        }
        numbers.sort(([a, one], [b, two]) => b - a || two - one);
        numbers = numbers.map(([, row]) => row);
      } else if (!asked.length) {
        for (let row = last - 1; row >= first; row--) numbers.push(row);
      }
      const names = asked.length && !topic && !publisher && !from && !to
        ? (await shard(entries(asked[0])[0])).names.filter(([name]) => {
          const parts = words(name);
          return asked.every((word) => parts.some((part) => place(part, word) >= 0));
        }) : [];
      const items = [
        ...names.slice(0, 5).map(([name, url, reports]) =>
          shown([name, url, "", "", ""], asked, "words/", counted(said.reports, reports))),
        ...await rowsOf(numbers.slice(0, SHOWN), table.size, asked),
      ];
      if (turn !== asking) return; // a later keystroke has taken over
      list.replaceChildren(...items);
      const sum = numbers.length + Math.min(names.length, 5);
      count.textContent = sum ? counted(said.results, sum) : wanted.length && !telling.length ? said.common : said.nothing;
      let shownRows = SHOWN;
      more.hidden = numbers.length <= shownRows;
      more.onclick = async () => {
        const next = numbers.slice(shownRows, shownRows += 2 * SHOWN);
        const added = await rowsOf(next, table.size, asked);
        if (turn !== asking) return;
        list.append(...added);
        added[0].querySelector("a").focus();
        more.hidden = numbers.length <= shownRows;
      };
    } catch {
      if (turn !== asking) return;
      browse.hidden = false;
      count.textContent = location.protocol === "file:" ? said.disk : said.lost;
    }
  };

  const remember = (push) => {
    const url = new URL(location);
    for (const { name, value } of fields) {
      url.searchParams.delete(name); // and anew, so that one question has one address
      if (value.trim()) url.searchParams.set(name, value.trim());
    }
    if (url.href !== location.href) history[push ? "pushState" : "replaceState"](null, "", url);
  };

  const recall = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = asked.get(field.name) || "";
      field.value = value;
      if (field.value !== value && field.options) { // one of those that the list is too short for
        field.add(new Option(value, value));
        field.value = value;
      }
    }
    search();
  };

  form.querySelector("fieldset").hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); remember(true); search(); });
  form.addEventListener("input", () => { remember(false); search(); });
  form.elements.q.addEventListener("focus", () => file("index.json").catch(() => {}), { once: true });
  addEventListener("popstate", recall);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    form.elements.q.select();
    form.elements.q.focus();
  });
  if (location.search) recall();
})();
