"use strict";
// Shows the answer of /api/status once a second. Whatever a page wrote gets here as text only, never as markup.

const byId = (id) => document.getElementById(id);
const whole = new Intl.NumberFormat("en");

function say(id, text) {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

function bytes(count) {
  const units = ["B", "KiB", "MiB", "GiB"];
  let unit = 0;
  while (count >= 1024 && unit < units.length - 1) { count /= 1024; unit += 1; }
  return `${count < 10 && unit > 0 ? count.toFixed(1) : Math.round(count)} ${units[unit]}`;
}

function duration(seconds) {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} days`;
}

function cell(text, isNumber) {
  const element = document.createElement("td");
  element.textContent = text;
  if (isNumber) element.className = "number";
  else element.dir = "auto";
  return element;
}

// Rows as lists of cells; a number is set as one.
function table(id, rows, none) {
  const body = byId(id);
  const made = (rows.length ? rows : [[none]]).map((cells) => {
    const row = document.createElement("tr");
    cells.forEach((value) => row.append(typeof value === "object" ? cell(value.text, true) : cell(value, false)));
    return row;
  });
  body.replaceChildren(...made);
}

const number = (value, digits = 0) => ({ text: value === null || value === undefined ? "–" : value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits }) });

function flow(history) {
  const svg = byId("flow");
  const { seconds, articles, rejected, dead_letters: dead } = history;
  const sums = articles.map((count, index) => count + rejected[index] + dead[index]);
  const most = Math.max(1, ...sums);
  const width = 480 / seconds;
  const bars = [];
  sums.forEach((sum, index) => {
    let top = 96;
    [["article", articles], ["rejected", rejected], ["dead", dead]].forEach(([name, counts]) => {
      const height = (counts[index] / most) * 92;
      if (height <= 0) return;
      top -= height;
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const place = seconds - sums.length + index;
      Object.entries({ x: place * width, y: top, width: width * 0.85, height }).forEach(([key, value]) => bar.setAttribute(key, value.toFixed(2)));
      bar.setAttribute("class", name);
      bars.push(bar);
    });
  });
  svg.replaceChildren(...bars);
  const recent = sums.slice(-10);
  const rate = recent.length ? recent.reduce((sum, count) => sum + count, 0) / recent.length : 0;
  say("rate", rate < 10 ? rate.toFixed(1) : whole.format(Math.round(rate)));
  say("flow-words", `${rate.toFixed(1)} pages a second in the last ten; at most ${whole.format(most)} in one`);
}

function pages(id, notes, none) {
  const list = byId(id);
  const key = JSON.stringify(notes);
  // Left alone while nothing is new, so that who has a link in focus keeps it.
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  const items = notes.map((note) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `pages/${encodeURIComponent(note.topic)}/${note.partition}/${note.offset}`;
    link.dir = "auto";
    link.textContent = note.title || note.url || `${note.topic} ${note.partition} @ ${note.offset}`;
    const words = document.createElement("span");
    words.className = "note";
    const time = new Date(note.at_ms).toLocaleTimeString();
    words.textContent = [note.reason, note.url || note.site, `${note.topic} ${note.partition} @ ${note.offset}`, time].filter(Boolean).join(" · ");
    item.append(link, words);
    return item;
  });
  if (!items.length) {
    const item = document.createElement("li");
    item.className = "note";
    item.textContent = none;
    items.push(item);
  }
  list.replaceChildren(...items);
}

function show(status) {
  const state = byId("state");
  const pauses = status.paused_for.map((pause) => pause.words);
  const words = !status.live ? `not live: ${status.dead.join("; ")}`
    : !status.ready ? `${status.state}: ${status.unready.join("; ")}`
    : pauses.length ? `running, reading is paused: ${pauses.join(", ")}` : "running";
  say("state", words);
  state.className = !status.live ? "bad" : !status.ready ? "bad" : pauses.length ? "warn" : "good";
  document.title = `Galley: ${words}`;
  say("about", `version ${status.version} · librdkafka ${status.librdkafka} · up ${duration(status.uptime_seconds)} · ${bytes(status.resident_bytes)} resident`);
  say("articles", whole.format(status.ledger.articles));
  say("rejected", whole.format(status.ledger.rejected));
  say("dead", whole.format(status.ledger.dead_letters));
  const age = Math.max(0, ...status.partitions.map((part) => part.lag_seconds || 0));
  say("lag", status.lag ? `${whole.format(status.lag)} · ${duration(age)}` : "0");
  say("inflight", whole.format(status.inflight.pages));
  byId("budget").value = status.inflight.bytes / status.inflight.limit_bytes;
  say("budget-words", `${bytes(status.inflight.bytes)} of ${bytes(status.inflight.limit_bytes)}`);
  flow(status.flow);
  const total = status.stages.reduce((sum, stage) => sum + stage.seconds, 0);
  table("stages", status.stages.map((stage) => [stage.stage, number(stage.pages ? stage.seconds / stage.pages * 1000 : null, 2), { text: total ? `${Math.round(stage.seconds / total * 100)} %` : "–" }]), "nothing yet");
  table("partitions", status.partitions.map((part) => [`${part.topic} ${part.partition}`, number(part.lag), number(part.lag_seconds, 0), number(part.inflight), part.stuck ? "does not move" : part.held ? "held" : ""]), "none is assigned");
  table("sites", status.sites.map((site) => [site.site, number(site.articles), number(site.refused), site.top_reason || ""]), "none yet");
  table("brokers", status.brokers.map((broker) => [broker.name, broker.client, broker.up ? "up" : "down", { text: `${(broker.round_trip_seconds * 1000).toFixed(1)} ms` }]), "none has told yet");
  pages("last-articles", status.articles, "none yet");
  pages("last-others", status.others, "none yet");
}

async function turn() {
  try {
    const answer = await fetch("api/status", { cache: "no-store" });
    if (!answer.ok) throw new Error(`the port answered ${answer.status}`);
    show(await answer.json());
  } catch (error) {
    say("state", `no answer from the worker: ${error.message}`);
    byId("state").className = "bad";
    document.title = "Galley: no answer";
  }
  setTimeout(turn, document.hidden ? 5000 : 1000);
}

turn();
