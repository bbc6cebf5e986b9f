// Turns the open page into the new one and touches only what the edit changed: scroll, focus, what was typed, opened or
// played, and what scripts added, stay. Three-way: what the server gave before, what it gives now, what is there.

const MOST = 40000; // pairs of children to be compared; beyond that they are taken one after the other

// Whether the difference between two documents can be brought in at all; scripts that differ, for one, must run anew.
export function canMorph(before, after) {
  const frame = (page) => [
    page.documentElement.lang, page.documentElement.dir,
    ...[...page.querySelectorAll("script:not([type='application/ld+json']), meta[http-equiv=refresh]")]
      .filter((each) => !each.dataset.events).map((each) => each.outerHTML),
  ].join("\n");
  return frame(before) === frame(after);
}

// Bring the difference between the documents `before` and `after` into the live one; gives the elements that changed.
export function morph(live, before, after) {
  const changed = new Set();
  change(live.documentElement, before.documentElement, after.documentElement, changed);
  return [...changed].filter((each) => each.isConnected && each.closest("body"));
}

function change(live, before, after, changed) {
  if (before.isEqualNode(after)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    if (live.data !== after.data) {
      live.data = after.data;
      changed.add(live.parentElement);
    }
  } else {
    if (isStyle(live) && before.getAttribute("href") !== after.getAttribute("href")) return restyle(live, after.getAttribute("href"));
    for (const { name, value } of after.attributes)
      if (before.getAttribute(name) !== value) live.setAttribute(name, value);
    for (const { name } of before.attributes) if (!after.hasAttribute(name)) live.removeAttribute(name);
    children(live, before, after, changed);
  }
}

function children(live, before, after, changed) {
  const place = whereabouts(live, before);
  const kept = alignment([...before.childNodes], [...after.childNodes]);
  const stays = new Set(kept.values());
  for (const old of before.childNodes) if (!stays.has(old)) drop(place.get(old), changed);
  let last = null; // what stands before the next new node
  for (const fresh of after.childNodes) {
    const old = kept.get(fresh);
    const there = old && place.get(old);
    if (there?.parentNode === live) {
      change(there, old, fresh, changed);
      last = there;
    } else if (!old || fresh.nodeType === Node.ELEMENT_NODE) {
      const made = document.importNode(fresh, true);
      live.insertBefore(made, last ? last.nextSibling : live.firstChild);
      changed.add(made.nodeType === Node.ELEMENT_NODE ? made : live);
      last = made;
    }
  }
}

function drop(node, changed) {
  if (!node) return;
  changed.add(node.parentElement);
  node.remove();
}

// Where the children that the server gave are in the live element, between those that scripts added.
function whereabouts(live, before) {
  const found = new Map();
  let next = live.firstChild;
  for (const old of before.childNodes) {
    let at = next;
    while (at && (!isKin(at, old) || [...coming.values()].includes(at))) at = at.nextSibling;
    if (!at) continue; // a script took it away
    found.set(old, at);
    next = at.nextSibling;
  }
  return found;
}

// For each new child the old one that it continues: the longest common sequence, those of one text counting more.
// Numbers of paragraphs move with every paragraph that is put in, so ids say nothing here.
function alignment(before, after) {
  const kept = new Map();
  let start = 0;
  while (start < before.length && start < after.length && says(before[start], after[start]))
    kept.set(after[start], before[start++]);
  let [ends, fresh] = [before.length, after.length];
  while (ends > start && fresh > start && says(before[ends - 1], after[fresh - 1]))
    kept.set(after[--fresh], before[--ends]);
  const [old, now] = [before.slice(start, ends), after.slice(start, fresh)];
  if (old.length * now.length > MOST) {
    now.forEach((each, at) => at < old.length && old[at].nodeName === each.nodeName && kept.set(each, old[at]));
    return kept;
  }
  const worth = old.map((one) => now.map((other) => (says(one, other) ? 3 : Number(one.nodeName === other.nodeName))));
  const best = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], worth[i][j] && worth[i][j] + best[i + 1][j + 1]);
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (worth[i][j] && best[i][j] === worth[i][j] + best[i + 1][j + 1]) kept.set(now[j++], old[i++]);
    else if (best[i][j] === best[i + 1][j]) i++;
    else j++;
  }
  return kept;
}

const says = (one, other) => one.nodeName === other.nodeName && one.textContent === other.textContent;
const isKin = (one, other) => one.nodeName === other.nodeName && (one.id || "") === (other.id || "");
const isStyle = (node) => node.nodeName === "LINK" && node.rel === "stylesheet";

// The new style sheet is loaded beside the old one, which goes when the new one is there: no flash.
// One that is still on its way when the next one comes would be late, and goes.
export function restyle(old, address) {
  coming.get(old)?.remove();
  const fresh = old.cloneNode();
  fresh.href = address;
  fresh.onload = () => {
    coming.delete(old);
    old.remove();
  };
  old.after(fresh);
  coming.set(old, fresh);
}
const coming = new Map(); // by the one that it is to replace
