// The page of phones. The server is the only truth: every change comes back by /events and is drawn from /screen.

const ROLES = { resident: "resident", volunteer: "volunteer", coordinator: "coordinator" };
const LANGUAGES = { nl: "Nederlands", fr: "français", en: "English" };
const CARRIES = {
  voice: ["🎤", "Voice message"], photo: ["🖼️", "Photo"], sticker: ["🌷", "Sticker"], video: ["🎬", "Video"],
  video_note: ["⏺️", "Round video"], animation: ["🎞️", "Animation"], audio: ["🎵", "Audio"], document: ["📄", "Document"],
  location: ["📍", "Location"], venue: ["📍", "Place"], contact: ["👤", "Contact"], poll: ["📊", "Poll"], dice: ["🎲", "Dice"],
  other: ["❔", "Message"],
};
const ATTACHABLE = ["voice", "photo", "sticker", "video", "document", "location", "contact"];
const STYLES = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code", blockquote: "blockquote",
  expandable_blockquote: "blockquote", spoiler: "span", text_link: "a", url: "a",
};

const phones = new Map();
let zone = "Europe/Brussels";
let ahead = 0; // how far the phones' clock is ahead of this computer's, in milliseconds

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  };
  const answer = await fetch(path, options);
  const given = await answer.json();
  if (!answer.ok) throw new Error(given.error || `error ${answer.status}`);
  return given;
}

const tell = (words) => { document.getElementById("status").textContent = words; };

// --- drawing -----------------------------------------------------------------------------------------------------

/** Text with its entities; JavaScript strings count in UTF-16 units, as Telegram does. */
function formatted(text, entities) {
  const piece = document.createDocumentFragment();
  const known = entities.filter((entity) => STYLES[entity.type]);
  let place = 0;
  for (const entity of known) {
    if (entity.offset < place) continue; // nested formatting is drawn by its outermost entity
    piece.append(text.slice(place, entity.offset));
    const end = entity.offset + entity.length;
    const element = make(STYLES[entity.type], entity.type === "spoiler" ? "spoiler" : "");
    const inside = known.filter((other) => other !== entity && other.offset >= entity.offset && other.offset + other.length <= end
      && known.indexOf(other) > known.indexOf(entity));
    element.append(formatted(text.slice(entity.offset, end), inside.map((other) => ({ ...other, offset: other.offset - entity.offset }))));
    if (element.tagName === "A") {
      const target = entity.url || element.textContent;
      const href = /^[a-z]+:/i.test(target) ? target : `https://${target}`;
      if (/^(https?|tel|mailto):/i.test(href)) element.href = href;
      element.target = "_blank";
      element.rel = "noreferrer noopener";
    }
    if (entity.type === "spoiler") element.tabIndex = 0;
    piece.append(element);
    place = end;
  }
  piece.append(text.slice(place));
  return piece;
}

const hour = (date) => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(date * 1000);
const day = (date) => new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: zone }).format(date * 1000);

function rowsOf(rows, tap) {
  return rows.map((row) => {
    const line = make("div", "row");
    for (const label of row) {
      const button = make("button", "", label);
      button.type = "button";
      button.addEventListener("click", () => tap(label));
      line.append(button);
    }
    return line;
  });
}

function bubbleOf(phone, message, all) {
  const bubble = make("div", "bubble");
  bubble.append(make("span", "hidden", `${message.from === "me" ? phone.person.name : "Goeiedag"}: `));
  if (message.forwarded) bubble.append(make("span", "quote", "forwarded"));
  if (message.reply_to) {
    const quoted = all.find((other) => other.message_id === message.reply_to);
    bubble.append(make("span", "quote", quoted ? quoted.text || quoted.kind : "a message that is gone"));
  }
  if (message.photo) {
    const picture = make("img");
    picture.src = `/files/${encodeURIComponent(message.photo)}`;
    picture.alt = "Photo";
    bubble.append(picture);
  } else if (message.kind !== "text") {
    const [sign, name] = CARRIES[message.kind] || CARRIES.other;
    const carries = make("div", "carries");
    const mark = make("span", "sign", sign);
    mark.setAttribute("aria-hidden", "true");
    carries.append(mark, make("span", "", message.contact ? `${name} ${message.contact}` : name));
    bubble.append(carries);
  }
  if (message.text) {
    const words = make("div", "words");
    words.append(formatted(message.text, message.entities));
    bubble.append(words);
  }
  bubble.append(metaOf(phone, message));
  return bubble;
}

function metaOf(phone, message) {
  const meta = make("div", "meta");
  for (const reaction of message.reactions) meta.append(make("span", "", reaction.emoji));
  if (message.from === "me" && message.text) {
    const edit = make("button", "", "edit");
    edit.type = "button";
    edit.setAttribute("aria-label", `Edit: ${message.text.slice(0, 40)}`);
    edit.addEventListener("click", () => phone.edit(message));
    meta.append(edit);
  }
  if (message.edited) meta.append(make("span", "", "edited"));
  const time = make("time", "", hour(message.date));
  time.dateTime = new Date(message.date * 1000).toISOString();
  meta.append(time);
  return meta;
}

// --- one phone ---------------------------------------------------------------------------------------------------

class Phone {
  constructor(person) {
    this.person = person;
    this.drawn = new Map(); // message_id -> [what was drawn, element]: only what changed is drawn again and read aloud
    this.editing = null;
    this.notice = null;
    this.unfolded = false;
    const root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.root = root;
    this.part = (selector) => root.querySelector(selector);
    root.classList.add(person.role);
    root.lang = person.language;
    root.setAttribute("aria-label", `${person.name}'s phone`);
    this.part(".face").textContent = person.name[0];
    this.part("h2").textContent = person.name;
    this.part(".role").textContent = `${ROLES[person.role]}, ${LANGUAGES[person.language]}`;
    this.part(".role").lang = "en";
    this.part(".log").setAttribute("aria-label", `Chat of ${person.name}`);
    const field = this.part("textarea");
    field.id = `say-${person.id}`;
    this.part(".say label").htmlFor = field.id;
    this.part(".say label").textContent = `Message of ${person.name}`;
    this.listen(field);
  }

  listen(field) {
    this.part(".say").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
      if (event.key === "Escape") this.edit(null);
    });
    this.part(".cancel").addEventListener("click", () => this.edit(null));
    this.part(".block").addEventListener("click", () => this.act(this.screen?.blocked ? "unblock" : "block", {}));
    const attach = this.part(".attach");
    attach.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { attach.open = false; attach.querySelector("summary").focus(); }
    });
    attach.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !attach.contains(event.relatedTarget)) attach.open = false;
    });
  }

  async act(what, body) {
    try {
      await ask(`/phones/${this.person.id}/${what}`, body);
      tell("");
      return true;
    } catch (error) {
      tell(`${this.person.name}: ${error.message}`);
      return false;
    }
  }

  async send() {
    const field = this.part("textarea");
    const text = field.value;
    if (!text.trim()) return;
    const done = this.editing
      ? await this.act("edit", { message_id: this.editing, text })
      : await this.act("say", { text });
    if (done) { field.value = ""; this.edit(null); }
  }

  edit(message) {
    const field = this.part("textarea");
    if (!message && this.editing) field.value = "";
    this.editing = message ? message.message_id : null;
    this.part(".editing").hidden = !message;
    if (message) { field.value = message.text; field.focus(); }
  }

  tap = (label) => this.act("tap", { label });

  async refresh() {
    // One request at a time; a change that comes meanwhile asks for one more.
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    do {
      this.again = false;
      try { this.draw(await ask(`/phones/${this.person.id}/screen`)); } catch { break; }
    } while (this.again);
    this.busy = false;
  }

  draw(screen) {
    this.screen = screen;
    this.root.classList.toggle("blocked", screen.blocked);
    const block = this.part(".block");
    block.setAttribute("aria-pressed", String(screen.blocked));
    block.textContent = screen.blocked ? "Unblock" : "Block";
    block.setAttribute("aria-label", `${block.textContent} the bot on ${this.person.name}'s phone`);
    this.part("textarea").placeholder = screen.blocked ? "Blocked" : screen.placeholder || "Message";
    this.part("textarea").disabled = screen.blocked;
    this.part(".send").disabled = screen.blocked;
    this.drawLog(screen.messages);
    this.drawKeyboard(screen);
    this.drawMenu(screen.commands);
    this.drawNotice(screen.notice);
  }

  drawLog(messages) {
    const log = this.part(".log");
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const before = this.drawn;
    this.drawn = new Map();
    const wanted = [];
    let lastDay = "";
    for (const message of messages) {
      const today = day(message.date);
      if (today !== lastDay) wanted.push(this.keep(before, `day-${today}`, today, () => make("p", "day", today), "en"));
      lastDay = today;
      const quoted = messages.some((other) => other.message_id === message.reply_to);
      wanted.push(this.keep(before, message.message_id, JSON.stringify([message, quoted]), () => this.messageOf(message, messages)));
    }
    if (!messages.length) wanted.push(this.keep(before, "empty", "", () => this.emptyNote(), "en"));
    for (const [name, [, element]] of before) if (this.drawn.get(name)?.[1] !== element) element.remove();
    wanted.forEach((element, index) => { if (log.children[index] !== element) log.insertBefore(element, log.children[index] || null); });
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  keep(before, name, state, draw, lang) {
    const old = before.get(name);
    const element = old && old[0] === state ? old[1] : draw();
    if (lang) element.lang = lang;
    this.drawn.set(name, [state, element]);
    return element;
  }

  messageOf(message, all) {
    const element = make("div", `message ${message.from}`);
    element.append(bubbleOf(this, message, all));
    if (message.inline.length) {
      const inline = make("div", "inline");
      inline.append(...rowsOf(message.inline, this.tap));
      element.append(inline);
    }
    return element;
  }

  emptyNote() {
    const note = make("div", "empty");
    note.append(make("p", "", `${this.person.name} has not met Goeiedag yet.`));
    const start = make("button", "start", "Start");
    start.type = "button";
    start.setAttribute("aria-label", `Start on ${this.person.name}'s phone`);
    start.addEventListener("click", () => this.act("say", { text: "/start" }));
    note.append(start);
    return note;
  }

  drawKeyboard(screen) {
    const state = JSON.stringify([screen.keyboard, screen.folded, screen.blocked, this.unfolded]);
    if (state === this.keyboardState) return;
    this.keyboardState = state;
    const keyboard = this.part(".keyboard");
    if (!screen.folded) this.unfolded = false;
    if (!screen.keyboard.length || screen.blocked) { keyboard.replaceChildren(); return; }
    if (screen.folded && !this.unfolded) {
      const open = make("button", "fold", "Show the buttons");
      open.type = "button";
      open.addEventListener("click", () => { this.unfolded = true; this.drawKeyboard(this.screen); });
      keyboard.replaceChildren(open);
      return;
    }
    const log = this.part(".log");
    keyboard.replaceChildren(...rowsOf(screen.keyboard, this.tap));
    log.scrollTop = log.scrollHeight;
  }

  drawMenu(commands) {
    const state = JSON.stringify(commands);
    if (state === this.menuState) return;
    this.menuState = state;
    const menu = this.part(".menu");
    const close = () => { this.part(".attach").open = false; this.part("textarea").focus(); };
    menu.replaceChildren();
    const add = (sign, words, note, action) => {
      const button = make("button");
      button.type = "button";
      if (sign) { const mark = make("span", "", sign); mark.setAttribute("aria-hidden", "true"); button.append(mark); }
      button.append(make("span", "", words));
      if (note) button.append(make("small", "", note));
      button.addEventListener("click", () => { action(); close(); });
      menu.append(button);
    };
    for (const kind of ATTACHABLE) add(CARRIES[kind][0], CARRIES[kind][1], "", () => this.act("say", { kind }));
    if (commands.length) menu.append(make("h3", "", "Commands"));
    for (const { command, description } of commands) add("", `/${command}`, description, () => this.act("say", { text: `/${command}` }));
  }

  /** What the bot answered to a tap is shown once; what was there when the page opened is not news. */
  drawNotice(notice) {
    const id = notice?.id ?? "";
    if (this.notice === null || this.notice === id) { this.notice = id; return; }
    this.notice = id;
    const line = this.part(".notice");
    line.textContent = notice.text || "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { line.textContent = ""; }, notice.show_alert ? 15000 : 6000);
  }
}

// --- the clock ---------------------------------------------------------------------------------------------------

function showTime() {
  const now = new Date(Date.now() + ahead);
  const shown = document.getElementById("now");
  shown.dateTime = now.toISOString();
  shown.textContent = new Intl.DateTimeFormat("en-GB", {
    weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: zone,
  }).format(now);
}

async function readClock() {
  const clock = await ask("/clock");
  zone = clock.zone;
  ahead = new Date(clock.now).getTime() - Date.now();
  document.getElementById("zone").textContent = zone.split("/").pop();
  showTime();
  return clock;
}

async function forward(seconds) {
  const buttons = document.querySelectorAll(".forward button");
  const had = document.activeElement;
  for (const button of buttons) button.disabled = true;
  tell("The clock moves…");
  try {
    await ask("/clock/advance", { seconds });
    await readClock();
    tell(`It is now ${document.getElementById("now").textContent}.`);
  } catch (error) {
    tell(`The clock did not move: ${error.message}`);
  }
  for (const button of buttons) button.disabled = false;
  had?.focus();
}

function listenToClock() {
  for (const button of document.querySelectorAll("[data-seconds]")) {
    button.addEventListener("click", () => forward(Number(button.dataset.seconds)));
  }
  document.querySelector("[data-morning]").addEventListener("click", async () => {
    forward((await readClock()).seconds_to_morning);
  });
  document.getElementById("custom").addEventListener("submit", (event) => {
    event.preventDefault();
    const hours = document.getElementById("hours");
    forward(Number(hours.value) * 3600);
    hours.value = "";
  });
  setInterval(showTime, 1000);
}

// --- start -------------------------------------------------------------------------------------------------------

function live() {
  const events = new EventSource("/events");
  events.onmessage = (event) => phones.get(Number(event.data))?.refresh();
  events.onopen = () => { tell(""); readClock(); for (const phone of phones.values()) phone.refresh(); };
  events.onerror = () => tell("The phones do not answer; this page tries again.");
}

async function open() {
  const main = document.getElementById("phones");
  for (const person of await ask("/phones")) {
    const phone = new Phone(person);
    phones.set(person.id, phone);
    main.append(phone.root);
  }
  listenToClock();
  await readClock();
  live();
}

open().catch((error) => tell(`The page could not start: ${error.message}`));
