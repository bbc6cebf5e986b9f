// The browser's side of live reload: listens for builds, brings what changed into the open page, shows faults.
// Served responses carry it; the files of the site do not.
import { hide, show } from "./fault.js";
import { canMorph, morph, restyle } from "./morph.js";

const me = document.querySelector("script[data-events]");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let seen = Number(me.dataset.build);
let source;
let lost = false; // whether the server was away: another one may count its builds anew
let wanted; // news that wait until the page is looked at
let busy = Promise.resolve();
let before = served().then((text) => (marked(text) === me.dataset.page ? text : "")); // the page as the server gave it

const marked = (text) => text.match(/ data-page="(\w+)"/)?.[1];
const parse = (text) => new DOMParser().parseFromString(text, "text/html");

// A connection that was cut must not cost the page what was typed in it: only one that stays cut does.
async function served(tries = 3) {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    return await answer.text();
  } catch (error) {
    if (!tries) throw error;
    await new Promise((done) => setTimeout(done, 50));
    return served(tries - 1);
  }
}

function listen() {
  const page = encodeURIComponent(decodeURIComponent(location.pathname));
  source = new EventSource(`${me.dataset.events}?page=${page}&build=${seen}`);
  for (const event of ["ready", "built", "failed"]) source.addEventListener(event, ({ data }) => later(JSON.parse(data)));
  source.addEventListener("built", hide);
  source.addEventListener("error", () => (lost = true));
  source.addEventListener("failed", (event) => show(JSON.parse(event.data).problems));
}

function later(news) {
  if (wanted) news = { ...news, pages: news.pages || wanted.pages, assets: [...wanted.assets, ...news.assets] };
  wanted = news;
  if (!document.hidden) busy = busy.then(update).catch(() => location.reload());
}

async function update() {
  if (!wanted || (wanted.build === seen && !lost)) return (wanted = undefined);
  const { build, assets, pages } = wanted;
  const again = pages || lost;
  wanted = undefined;
  [seen, lost] = [build, false];
  const changed = (address) => assets.some((path) => new URL(address).pathname.endsWith("/" + path));
  if (performance.getEntriesByType("resource").some(({ name, initiatorType }) => initiatorType === "script" && changed(name)))
    return location.reload();
  for (const link of document.querySelectorAll("link[rel=stylesheet]"))
    if (changed(link.href)) restyle(link, fresh(link.href, build));
  for (const image of document.images)
    if (changed(image.currentSrc || image.src)) image.src = fresh(image.currentSrc || image.src, build);
  if (again) await renew();
}

const fresh = (address, build) => new URL(address).pathname + "?live=" + build;

async function renew() {
  const [old, text] = await Promise.all([before, served()]);
  before = Promise.resolve(text);
  if (marked(text) === me.dataset.page) return;
  const [was, is] = [parse(old), parse(text)];
  if (!old || !canMorph(was, is)) return location.reload(); // the browser keeps the scroll position
  flash(morph(document, was, is));
}

// An outline around what changed, for a moment.
function flash(changed) {
  if (calm.matches) return;
  for (const each of changed.slice(0, 50))
    each.animate([{ outline: "2px solid #c4471f" }, { outline: "2px solid transparent" }], 600);
}

document.addEventListener("visibilitychange", () => !document.hidden && wanted && later(wanted));
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => event.persisted && listen());
listen();
