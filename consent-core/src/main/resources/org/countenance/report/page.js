
"use strict";
(() => {
  const PAGE = 50;
  // The places of a row, a reason and a grant, in the order in which they are written.
  const ID = 0, ASSET = 1, EPISODE = 2, PERSON = 3, OUTCOME = 4, LINE = 5, HOW = 6, MADE = 7, REASONS = 8, EVIDENCE = 9, REMEDY = 10;
  const GROUP = 0, RULE = 1, MESSAGE = 3, WANTED = 4, FOUND = 5, RECORDS = 6, WAIVER = 7;

  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const by = id => document.getElementById(id);
  const form = by("filters"), list = by("list"), status = by("shown"), pages = by("pages");
  const field = name => form.elements.namedItem(name);
  const number = value => value.toLocaleString(document.documentElement.lang);
  const say = (key, ...parts) => words[key].replace(/\{(\d)\}/g, (_, at) => parts[at]);

  let group = -1, fits = [], page = 0, texts = null;

  // Everything on the page is made here: names of elements are constants, and all else is text.
  function make(tag, kind, ...children) {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    children.forEach(child => element.append(child));
    return element;
  }
  const foreign = text => make("bdi", "", text);
  const id = at => {
    const [short, long] = data.ids[at];
    const code = make("code", "id", short);
    code.title = long;
    return code;
  };
  const named = at => data.ids[at][2] ? make("span", "", foreign(data.ids[at][2]), " ", id(at)) : id(at);
  const joined = (parts, between) => parts.flatMap((part, at) => at ? [between, part] : [part]);

  function personOf(use) {
    const person = use[PERSON];
    if (typeof person === "string") return make("span", "", words.unnamed, ": ", foreign(person));
    const at = data.people[person];
    return data.ids[at][2] ? foreign(data.ids[at][2]) : id(at);
  }

  function nameOf(at) {
    const [short, , name] = data.ids[at];
    return name ? name + " (" + short + ")" : short;
  }

  function offer(select, values) {
    values.forEach(([value, text]) => {
      const option = make("option", "", text);
      option.value = value;
      option.dir = "auto";
      select.append(option);
    });
    if (values.length < 2) select.disabled = values.length === 0;
  }

  function offers() {
    offer(field("outcome"), data.outcomes.map((word, at) => [at, words["outcome." + word]]));
    offer(field("person"), data.people.map((at, person) => [person, nameOf(at)]));
    offer(field("rule"), data.rules.map((text, at) => [at, text]).sort((a, b) => a[1] < b[1] ? -1 : 1));
    const episodes = [...new Set(data.uses.map(use => use[EPISODE]))].filter(each => each >= 0).sort((a, b) => a - b);
    offer(field("episode"), episodes.map(each => [each, number(each)]));
  }

  function searched(at) {
    texts = texts || data.uses.map(use => {
      const person = use[PERSON];
      const who = typeof person === "string" ? person : nameOf(data.people[person]);
      return [use[ID], use[ASSET], who, data.texts[use[HOW]]].join("\n").toLowerCase();
    });
    return texts[at];
  }

  function filter() {
    const chosen = name => field(name).value === "" ? -1 : Number(field(name).value);
    const outcome = chosen("outcome"), person = chosen("person"), rule = chosen("rule"), episode = chosen("episode");
    const text = field("text").value.trim().toLowerCase();
    fits = [];
    data.uses.forEach((use, at) => {
      if ((outcome < 0 || use[OUTCOME] === outcome)
        && (person < 0 || use[PERSON] === person)
        && (episode < 0 || use[EPISODE] === episode)
        && (rule < 0 || use[REASONS].some(reason => data.reasons[reason][RULE] === rule))
        && (group < 0 || use[REASONS].some(reason => data.reasons[reason][GROUP] === group))
        && (text === "" || searched(at).includes(text))) fits.push(use);
    });
    turn(0);
  }

  function turn(to) {
    const last = Math.max(0, Math.ceil(fits.length / PAGE) - 1);
    page = Math.min(Math.max(0, to), last);
    const from = page * PAGE, shown = fits.slice(from, from + PAGE);
    list.replaceChildren(...shown.map(row));
    const key = fits.length === 0 ? "none" : fits.length === data.uses.length ? "all" : "shown";
    const said = say(key, number(from + 1), number(from + shown.length), number(fits.length), number(data.uses.length));
    status.replaceChildren(said, ...(group < 0 ? [] : [" ", ...only()]));
    pages.hidden = last === 0;
    by("where").textContent = say("where", number(page + 1), number(last + 1));
    by("back").setAttribute("aria-disabled", page === 0);
    by("on").setAttribute("aria-disabled", page === last);
  }

  function only() {
    const [rule, message] = data.groups[group];
    return [say("finding", rule, ""), foreign(message)];
  }

  function row(use) {
    const word = data.outcomes[use[OUTCOME]];
    const episode = use[EPISODE] < 0 ? "" : say("episode", number(use[EPISODE])) + ", ";
    const details = make("details", "",
      make("summary", "",
        make("span", "outcome " + word, words["outcome." + word]),
        make("span", "", foreign(use[ID])),
        make("span", "", personOf(use)),
        make("span", "quiet", episode, foreign(use[ASSET]))));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(body(use));
    });
    return make("li", "", details);
  }

  function body(use) {
    const terms = make("dl", "");
    const add = (key, ...content) => terms.append(make("dt", "", words[key]), make("dd", "", ...content));
    add("findings", use[REASONS].length ? make("ul", "", ...use[REASONS].map(reason)) : words["findings.none"]);
    const relied = data.evidence[use[EVIDENCE]];
    add("relied", relied.length ? make("ul", "", ...relied.map(grant)) : words["relied.none"]);
    if (use[REMEDY] >= 0) add("remedy", ...remedy(use[REMEDY]));
    add("how", foreign(data.texts[use[HOW]]));
    add("made", data.texts[use[MADE]]);
    add("asset", foreign(use[ASSET]));
    add("place", say("line", number(use[LINE])));
    return make("div", "body", terms);
  }

  function reason(at) {
    const told = data.reasons[at];
    const item = make("li", "", make("span", "rule", data.rules[told[RULE]]), ": ", foreign(told[MESSAGE]));
    const line = (key, ...content) => item.append(make("div", "quiet", words[key], ": ", ...content));
    if (told[WANTED] >= 0 && data.texts[told[WANTED]]) line("wanted", foreign(data.texts[told[WANTED]]));
    if (told[FOUND] >= 0 && data.texts[told[FOUND]]) line("found", foreign(data.texts[told[FOUND]]));
    if (told[RECORDS].length) line("records", ...joined(told[RECORDS].map(id), ", "));
    if (told[WAIVER] >= 0) line("waived", id(told[WAIVER]));
    return item;
  }

  const grants = new Map(data.grants.map(each => [each[0], each]));

  function grant(at) {
    const item = make("li", "", id(at));
    const known = grants.get(at);
    if (!known) return item;
    const [, , capacity, identity, standing, custody, chain, index, logged, shown] = known;
    item.append(" ", say("grant", number(index), logged, shown, standing, capacity, identity));
    chain.forEach(([link, party, as]) => item.append(make("div", "quiet", words.chain, " ", id(link), ": ", named(party), ", ", as)));
    if (custody >= 0) {
      const [before, after] = words.custody.split("{0}");
      item.append(make("div", "quiet", before, named(custody), after));
    }
    return item;
  }

  function remedy(at) {
    const [before, after] = words["remedy.signs"].split("{0}");
    const parts = [before, ...joined(data.remedies[at].map(named), ", "), after];
    if (!by("remedy-" + at)) return parts;
    const link = make("a", "", ...parts);
    link.href = "#remedy-" + at;
    return [link];
  }

  function show(change) {
    form.reset();
    group = -1;
    change();
    filter();
    by("uses-title").focus({ preventScroll: true });
    by("uses").scrollIntoView();
  }

  document.querySelectorAll("button[data-group]").forEach(button => {
    const wanted = Number(button.dataset.group);
    button.hidden = !data.reasons.some(reason => reason[GROUP] === wanted);
    button.addEventListener("click", () => show(() => { group = wanted; }));
  });
  document.querySelectorAll("button[data-person]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => show(() => { field("person").value = button.dataset.person; }));
  });
  by("back").addEventListener("click", () => { if (page > 0) turn(page - 1); });
  by("on").addEventListener("click", () => { if ((page + 1) * PAGE < fits.length) turn(page + 1); });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("change", filter);
  form.addEventListener("input", event => { if (event.target.name === "text") filter(); });
  form.addEventListener("reset", () => { group = -1; setTimeout(filter); });

  // On paper nothing can be opened.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("#next details:not([open])")];
    opened.forEach(each => { each.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach(each => { each.open = false; }));

  offers();
  form.hidden = false;
  filter();
})();
