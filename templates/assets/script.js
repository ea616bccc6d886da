/* What a page can do with a script: find names, search the texts, sort and filter its tables and hand
   them out. Everything else works without it. It asks no other server for anything. */
(() => {
"use strict";

const root = new URL("..", document.currentScript.src);
const language = document.documentElement.lang || "en";

// ---- Folding ------------------------------------------------------------------------------------
// One key for all the ways of writing a word, as SearchFolding.swift makes it for the index.

/** Marks, the tatweel, the lone hamza, apostrophes within names, and what takes no room. */
const DROPPED = new RegExp(
  "['`\\u00ad\\u00b4\\u02b9-\\u02bf\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5" +
  "\\u05c7\\u0610-\\u061a\\u061c\\u0621\\u0640\\u064b-\\u065f\\u0670\\u0674\\u06d6-\\u06dc" +
  "\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u08d3-\\u08e1\\u08e3-\\u08ff\\u200b-\\u200f" +
  "\\u2018-\\u201b\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]", "g");

/** What stands for letters that have several forms, or that a keyboard lacks. */
const ALIKE = new Map(Object.entries({
  "\u0627": "\u0622\u0623\u0625\u0671\u0672\u0673\u0675",
  "\u0648": "\u0624",
  "\u064a": "\u0626\u0649\u06cc\u06cd\u06ce\u06d0\u06d1\u06d2\u06d3",
  "\u0647": "\u0629\u06be\u06c0\u06c1\u06c2\u06c3\u06d5",
  "\u0643": "\u06a9\u06aa\u06af",
  "\u0628": "\u067e", "\u062c": "\u0686", "\u0632": "\u0698", "\u0641": "\u06a4",
  ss: "\u00df", ae: "\u00e6", o: "\u00f8", d: "\u0111", i: "\u0131", l: "\u0142", oe: "\u0153",
  "\u03c3": "\u03c2",
}).flatMap(([letters, forms]) => [...forms].map((form) => [form, letters])));
for (let digit = 0; digit < 10; digit++) {
  ALIKE.set(String.fromCharCode(0x660 + digit), String(digit));
  ALIKE.set(String.fromCharCode(0x6f0 + digit), String(digit));
}
const HAS_ALIKE = new RegExp(`[${[...ALIKE.keys()].join("")}]`, "g");
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, folded, in its order. */
const fold = (text) => text.normalize("NFKD").toLowerCase().replace(DROPPED, "")
  .replace(HAS_ALIKE, (letter) => ALIKE.get(letter)).match(WORD) ?? [];

/** و ف ب ل ك ال and what they make together, shortest first. */
const PROCLITICS = ("و ف ب ل ك ال وب فب ول فل وك فك لل وال فال بال كال ولل فلل وبال وكال فبال " +
  "فكال").split(" ");

/** A folded word as it is, then without each of the proclitics that it may begin with. */
const forms = (word) => [word, ...PROCLITICS.filter((letters) => word.startsWith(letters))
  .map((letters) => [word.slice(letters.length), letters === "ال" ? 2 : 3])
  .filter(([rest, least]) => [...rest].length >= least && rest !== "له").map(([rest]) => rest)];

/** What is asked for: each word in all its forms. */
const asked = (query) => fold(query).map(forms);

const begins = (word, wanted) => word.some((form) => wanted.some((key) => form.startsWith(key)));

/** Whether each word that is asked for begins one of these words (both in all their forms). */
const matches = (words, wanted) => wanted.every((keys) => words.some((word) => begins(word, keys)));

// ---- Words of the interface, and data that come as scripts ----------------------------------------
// A page that is opened from a disk may not read data, but may load a script.

const waiting = new Map();
const loaded = new Map();

/** What `search/PATH.js` hands over; null where there is no such file. */
const load = (path) => {
  if (!loaded.has(path)) {
    loaded.set(path, new Promise((resolve) => {
      waiting.set(path, resolve);
      const script = document.createElement("script");
      script.src = new URL(`search/${path}.js`, root);
      script.onerror = () => resolve(null);
      document.head.append(script);
    }));
  }
  return loaded.get(path);
};

window.isnad = {
  names: (name, entries, next) => waiting.get(`names/${name}`)?.({ entries, next }),
  words: (name, texts, counted) => waiting.get(`words.${name}`)?.({ ...texts, counted }),
  fold, forms,
};

let words = {};
const ready = () => load(`words.${language}`).then((found) => { words = found ?? {}; });

/** A number in the digits of the language. */
const digits = (number) => String(number).replace(/\d/g, (digit) => [...words.digits][digit]);

/** "3 results": the words of a name for a number. */
const counted = (name, number) => {
  const all = words.counted[name];
  const form = all[new Intl.PluralRules(language).select(number)] ?? all.other;
  return form.replace("{n}", digits(number));
};

/** An element with attributes and children. */
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};

/** A piece of content in its own language. */
const isolated = (text, lang) => make("bdi", { lang: lang && lang !== language ? lang : null }, text);

const later = (work, wait = 150) => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
};

// ---- Names ----------------------------------------------------------------------------------------

/** The entries that may have a name with such a key: all of them, or the weightiest. */
const walk = async (key) => {
  let node = await load("names/all");
  for (const letter of [...key]) {
    if (!node?.next.length) break;
    const link = node.next.findLast(
      ([first]) => first && first.codePointAt(0) <= letter.codePointAt(0));
    if (!link) return [];
    const [first, file] = link;
    const isShared = file.endsWith("-on");
    if (first !== letter && !isShared) return [];
    node = await load(`names/${file}`);
  }
  const end = node?.next[0]?.[0] === "" ? await load(`names/${node.next[0][1]}`) : null;
  return [...(end?.entries ?? []), ...(node?.entries ?? [])];
};

const foldedNames = new WeakMap();

/** The names of an entry: [language, text, folded words in all their forms]. */
const names = (entry) => {
  if (!foldedNames.has(entry)) {
    const all = [];
    for (let place = 3; place < entry.length; place += 2) {
      all.push([entry[place], entry[place + 1], asked(entry[place + 1])]);
    }
    foldedNames.set(entry, all);
  }
  return foldedNames.get(entry);
};

/** How well a name fits, 0 best. */
const fit = (name, wanted) => {
  const plain = name[2].map(([word]) => word).join(" ");
  const query = wanted.map(([word]) => word).join(" ");
  if (plain === query) return 0;
  if (plain.startsWith(query)) return 1;
  return ` ${plain}`.includes(` ${query}`) ? 2 : 3;
};

/** The first of all names that a query finds, best first: {entry, name, shown}. */
const findNames = async (query, limit) => {
  const wanted = asked(query);
  if (!wanted.length) return [];
  const rest = wanted.slice(1).map(([word]) => word);
  const starts = wanted[0].map((form) => [form, ...rest].join(" "));
  const found = new Map();
  const look = async (key) => {
    for (const entry of await walk(key)) {
      const id = `${entry[0]}/${entry[1]}`;
      const fitting = found.has(id) ? []
        : names(entry).filter((name) => matches(name[2], wanted));
      if (!fitting.length) continue;
      const best = fitting.map((name) => [fit(name, wanted), name]).sort((a, b) => a[0] - b[0])[0];
      const own = names(entry).find(([lang]) => lang === language) ?? names(entry)[0];
      found.set(id, { entry, rank: best[0], shown: own, name: best[1] });
    }
  };
  for (const key of starts) await look(key);
  // The words may stand in another order.
  if (!found.size) for (const word of rest) await look(word);
  return [...found.values()].sort((a, b) => a.rank - b.rank).slice(0, limit);
};

const searchPage = document.querySelector(".find a")?.href ?? document.baseURI;
const addressOf = ([kind, id]) =>
  new URL(`../${kind}/${encodeURIComponent(id)}/index.html`, searchPage).href;

/** What is shown of a name that was found. */
const nameParts = ({ entry, shown, name }) => {
  const [kind, , type] = entry;
  const word = words[`type.${type}`] ?? words[`eventType.${type}`] ?? words[`find.${kind}`];
  const isOther = !matches(shown[2], name[2].map(([plain]) => [plain]));
  return [
    isolated(shown[1], shown[0]), " ",
    ...(isOther ? [make("small", {}, isolated(name[1], name[0])), " "] : []),
    make("small", { class: "kind" }, word ?? type),
  ];
};

// ---- The find box: a combobox with a list, as the ARIA Authoring Practices have it ------------------

const startFinding = (box) => {
  const input = box.querySelector("input");
  const list = make("ul", {
    id: "find-list", role: "listbox", "aria-label": input.getAttribute("aria-label"), hidden: "",
  });
  const status = make("p", { role: "status", class: "unseen" });
  box.append(list, status);
  for (const [key, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": list.id, spellcheck: "false", enterkeyhint: "search",
  })) input.setAttribute(key, value);

  let active = -1;
  let turn = 0;

  const options = () => [...list.children];
  const isOpen = () => !list.hidden;
  const open = (is) => {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is) activate(-1);
  };
  const activate = (number) => {
    options()[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = options()[number];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };
  const searchAddress = () => {
    const address = new URL(searchPage);
    address.searchParams.set("q", input.value.trim());
    return address.href;
  };
  const option = (number, address, ...children) => make("li", {
    role: "option", id: `find-${number}`, "aria-selected": "false", "data-href": address,
  }, ...children);

  const show = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    if (!query) return open(false);
    await ready();
    const found = await findNames(query, 8);
    if (mine !== turn) return;
    active = -1;
    const last = words["find.search"].split("{query}");
    list.replaceChildren(
      ...found.map((one, number) => option(number, addressOf(one.entry), ...nameParts(one))),
      option(found.length, searchAddress(), last[0], isolated(query), last[1] ?? ""));
    list.lastChild.classList.add("search-for");
    status.textContent = found.length ? counted("names", found.length) : words["find.none"];
    activate(-1);
    open(true);
  };

  const go = (element) => { location.href = element.dataset.href; };

  input.addEventListener("focus", () => { ready(); load("names/all"); }, { once: true });
  input.addEventListener("input", later(show, 60));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const count = options().length;
    switch (event.key) {
      case "ArrowDown":
        if (isOpen()) activate((active + 1) % count);
        else show();
        break;
      case "ArrowUp":
        if (!isOpen()) return;
        activate(active <= 0 ? count - 1 : active - 1);
        break;
      case "Enter":
        if (isOpen() && active >= 0) go(options()[active]);
        else if (input.value.trim()) location.href = searchAddress();
        break;
      case "Escape":
        if (isOpen()) open(false);
        else input.value = "";
        break;
      case "Tab":
        return open(false);
      default:
        return;
    }
    event.preventDefault();
  });
  input.addEventListener("blur", () => open(false));
  // The input keeps the focus while an option is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const element = event.target.closest("[role=option]");
    if (element) go(element);
  });
};

// ---- The search page ------------------------------------------------------------------------------

const BATCH = 5;

/** Whether a word of a text is one that is asked for: it begins so, or is another form of it. */
const isAsked = (word, keys) => begins(forms(word), keys) || keys.some((key) => {
  let same = 0;
  while (same < key.length && key[same] === word[same]) same++;
  return same >= 3 && key.length - same <= (/[a-z]/.test(key) ? 3 : 1);
});

/** The words of a text with their places, each [start, end, folded]. */
const placedWords = (text) => [...text.matchAll(/[\p{L}\p{M}\p{N}'’\u0640\u200c]+/gu)]
  .map((found) => [found.index, found.index + found[0].length, fold(found[0])]);

/** The best passage of a text: its parts, marked where they are asked for, and words to go to. */
const passage = (blocks, wanted) => {
  let best = null;
  for (const text of blocks) {
    const all = placedWords(text);
    const hits = all.map(([, , folded], place) => [place, wanted.findIndex(
      (keys) => folded.some((word) => isAsked(word, keys)))]).filter(([, which]) => which >= 0);
    const score = new Set(hits.map(([, which]) => which)).size * 1000 + hits.length;
    if (hits.length && score > (best?.score ?? 0)) best = { score, text, all, hits };
  }
  if (!best) return null;
  const { text, all, hits } = best;
  const first = hits[0][0];
  const [from, to] = [Math.max(first - 12, 0), Math.min(first + 28, all.length - 1)];
  const parts = [from > 0 ? "… " : ""];
  let place = from > 0 ? all[from][0] : 0;
  for (const [number] of hits.filter(([number]) => number <= to)) {
    const [start, end] = all[number];
    parts.push(text.slice(place, start), make("mark", {}, text.slice(start, end)));
    place = end;
  }
  parts.push(text.slice(place, to < all.length - 1 ? all[to][1] : text.length));
  if (to < all.length - 1) parts.push(" …");
  const words = text.slice(all[first][0], all[Math.min(first + 5, all.length - 1)][1]);
  return { parts, words };
};

const startSearching = (page) => {
  const input = page.querySelector("input");
  const status = page.querySelector("[role=status]");
  const nameList = page.querySelector(".found-names");
  const textList = page.querySelector(".found-texts");
  const more = textList?.querySelector("button");
  let turn = 0;
  let engine = null;

  const pagefind = () => {
    const script = new URL(page.dataset.pagefind, document.baseURI);
    // The texts of a large report have several indexes, of which the script knows its own.
    const count = Number(script.hash.match(/^#indexes=(\d+)$/)?.[1] ?? 1);
    script.hash = "";
    engine ??= import(script).then(async (module) => {
      await module.options({ noWorker: true });
      const further = Array.from({ length: count - 1 }, (_, at) => at + 2);
      await Promise.all(further.map((number) => module.mergeIndex(new URL(`${number}/`, script).href)));
      return module;
    });
    return engine;
  };

  /** What Pagefind finds for the words as they are, then without their proclitics. */
  const searchTexts = async (wanted) => {
    const module = await pagefind();
    const queries = new Set([wanted.map((keys) => keys[0]).join(" "),
      wanted.map((keys) => keys.at(-1)).join(" ")]);
    const found = new Map();
    for (const query of queries) {
      for (const result of (await module.search(query)).results) {
        if (!found.has(result.id)) found.set(result.id, result);
      }
    }
    return [...found.values()];
  };

  /** One result: its title at once, its passage as soon as the article is there. */
  const resultItem = async (data, wanted) => {
    const address = addressOf(["articles", data.raw_url]);
    const link = make("a", { href: address }, isolated(data.meta.title, data.meta.lang));
    const lines = [make("h3", {}, link)];
    const details = data.meta[`details.${language}`];
    if (details) lines.push(make("p", { class: "details" }, details));
    const item = make("li", {}, ...lines);
    const article = await fetch(address).then((response) => response.text());
    const text = new DOMParser().parseFromString(article, "text/html")
      .querySelector("[data-reading=text]");
    const blocks = [...(text?.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, td") ?? [])]
      .filter((block) => !block.querySelector("p")).map((block) => block.textContent);
    const found = passage(blocks, wanted);
    if (found) {
      link.href = `${address}#:~:text=${encodeURIComponent(found.words).replaceAll("-", "%2D")}`;
      item.append(make("p", { class: "excerpt", lang: data.meta.lang, dir: "auto" }, ...found.parts));
    }
    return item;
  };

  /** Shows the next results. Those that only resemble what is asked for are left out. */
  const showTexts = async (results, wanted, mine) => {
    const list = textList.querySelector("ol");
    let shown = 0;
    while (results.length && shown < BATCH) {
      const batch = await Promise.all(results.splice(0, BATCH).map((result) => result.data()));
      const fitting = batch.filter(({ content }) => {
        const all = content.split(/\s+/);
        return wanted.every((keys) => all.some((word) => isAsked(word, keys)));
      });
      const items = await Promise.all(fitting.map((data) => resultItem(data, wanted)));
      if (mine !== turn) return;
      list.append(...items);
      shown += items.length;
    }
    more.hidden = !results.length;
    more.onclick = async () => {
      const last = list.lastElementChild;
      await showTexts(results, wanted, mine);
      last.nextElementSibling?.querySelector("a").focus();
    };
    return list.children.length + results.length;
  };

  const showNames = (found) => {
    nameList.querySelector("ul").replaceChildren(...found.map((one) =>
      make("li", {}, make("a", { href: addressOf(one.entry) }, ...nameParts(one)))));
    nameList.hidden = !found.length;
  };

  const show = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    remember(query);
    await ready();
    const wanted = asked(query);
    const found = await findNames(query, 12);
    if (mine !== turn) return;
    showNames(found);
    let count = found.length;
    if (textList) {
      textList.hidden = true;
      textList.querySelector("ol").replaceChildren();
      // A page that is opened from a disk may load no module.
      if (location.protocol === "file:") {
        status.textContent = words["find.disk"];
        return;
      }
      if (wanted.length) {
        const results = await searchTexts(wanted);
        if (mine !== turn) return;
        const texts = await showTexts(results, wanted, mine);
        if (mine !== turn) return;
        textList.hidden = !texts;
        count += texts;
      }
    }
    status.textContent = !wanted.length ? ""
      : count ? counted("results", count) : words["find.nothing"];
  };

  /** So that the address can be passed on; from a disk it cannot. */
  const remember = (query) => {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (location.protocol !== "file:") history.replaceState(null, "", address);
  };

  input.addEventListener("input", later(show, 250));
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") show(); });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) show();
};

// ---- Tables ---------------------------------------------------------------------------------------

/** What a cell says, on one line: links of a chain are parted by ">", blocks by a space. */
const textOf = (node) => {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const text = [...node.childNodes].map(read).join("");
    if (node.localName === "li") return (node.previousElementSibling ? " > " : "") + text;
    return /^(p|div|br|blockquote|ol|ul|small)$/.test(node.localName) ? ` ${text} ` : text;
  };
  return read(node).replace(/\s+/g, " ").trim();
};

/** What a cell is sorted by: what it says to machines, else its words. */
const valueOf = (cell) => {
  const machine = cell.dataset.sort ?? cell.querySelector("[data-sort]")?.dataset.sort
    ?? cell.querySelector("time[datetime]")?.dateTime
    ?? cell.querySelector("[data-count]")?.dataset.count;
  return machine ?? textOf(cell);
};

const collator = new Intl.Collator(language, { numeric: true });
const isNumber = (text) => /^-?\d+(\.\d+)?$/.test(text);
const isDate = (text) => /^-?[\dX]{4}([-~?%/.]|$)/.test(text);

/** The order of two values; nothing comes last whichever way. */
const compare = (a, b, sign) => {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  if (isDate(a) && isDate(b)) return sign * (a < b ? -1 : a > b ? 1 : 0);
  return sign * (isNumber(a) && isNumber(b) ? a - b : collator.compare(a, b));
};

/** A field as RFC 4180 has it; what a spreadsheet would run as a formula is kept from it. */
const field = (text) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return safe !== text || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const csv = (columns, rows) => [columns, ...rows]
  .map((row) => `${row.map(field).join(",")}\r\n`).join("");

const json = (columns, rows) => `${JSON.stringify(rows.map((row) =>
  Object.fromEntries(columns.map((column, place) => [column, row[place]]))), null, 1)}\n`;

const download = (name, type, text) => {
  const link = make("a", {
    href: URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })), download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

/** Buttons in the heads of the columns: up, down, and as it was. */
const makeSortable = (table, body, rows) => {
  const heads = [...table.tHead.rows[0].cells];
  const sort = (column, sign) => {
    heads.forEach((head, place) => {
      if (place === column && sign) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    const values = new Map(rows.map((row) => [row, row.cells[column] ? valueOf(row.cells[column]) : ""]));
    const sorted = sign
      ? [...rows].sort((a, b) => compare(values.get(a), values.get(b), sign)) : rows;
    body.append(...sorted);
  };
  heads.forEach((head, column) => {
    const button = make("button", { type: "button" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      sort(column, now === "ascending" ? -1 : now === "descending" ? 0 : 1);
    });
  });
};

const startTable = (table, number) => {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  makeSortable(table, body, rows);
  const frame = table.closest(".scroll") ?? table;
  const name = body.dataset.list?.split(" ")[0] ?? `table-${number + 1}`;
  const input = make("input", {
    type: "text", id: `filter-${number}`, autocomplete: "off", spellcheck: "false",
    placeholder: words["table.filter"], "aria-label": words["table.filter"],
  });
  const count = make("span", { role: "status", class: "details" });
  const columns = () => [...table.tHead.rows[0].cells].map(textOf);
  const shown = () => [...body.rows].filter((row) => !row.hidden)
    .map((row) => [...row.cells].map(textOf));
  const button = (label, ending, type, write) => {
    const element = make("button", { type: "button", "aria-label": words[`table.${ending}`] }, label);
    element.addEventListener("click", () =>
      download(`${name}.${ending}`, type, write(columns(), shown())));
    return element;
  };
  const folded = new Map();
  const filter = () => {
    const wanted = asked(input.value);
    for (const row of rows) {
      if (wanted.length && !folded.has(row)) folded.set(row, asked(textOf(row)));
      row.hidden = wanted.length > 0 && !matches(folded.get(row), wanted);
    }
    const left = rows.filter((row) => !row.hidden).length;
    count.textContent = words["table.shown"].replace("{shown}", digits(left))
      .replace("{all}", digits(rows.length));
  };
  input.addEventListener("input", later(filter, 100));
  frame.before(make("div", { class: "table-tools" }, input, count,
    button("CSV", "csv", "text/csv", csv), button("JSON", "json", "application/json", json)));
};

// ---- Start ----------------------------------------------------------------------------------------

const start = async () => {
  document.documentElement.classList.add("scripted");
  const box = document.querySelector(".find");
  if (box) startFinding(box);
  const page = document.querySelector(".search");
  if (page) startSearching(page);
  const tables = [...document.querySelectorAll("main table")]
    .filter((table) => table.tHead?.rows.length === 1 && table.tBodies[0]?.rows.length > 1);
  if (!tables.length) return;
  await ready();
  tables.forEach(startTable);
};

start();
})();
