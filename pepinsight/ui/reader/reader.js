// The reader pane: draws a PEP from plain data, marks its evidence, and scrolls to a chosen quote.
// Words of a document only ever reach the page through textContent.

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function whereabouts(file, page) {
  return [file, page === null ? "" : `Page ${page}`].filter(Boolean).join(", ");
}

function drawRuns(parent, runs) {
  for (const [text, ids] of runs) {
    if (ids.length === 0) {
      parent.append(document.createTextNode(text));
      continue;
    }
    const mark = make("mark", "", text);
    mark.dataset.ids = ids.join(" ");
    parent.append(mark);
  }
}

const TAGS = { heading: "h2", list_item: "p", footnote: "p", comment: "p", header: "p", footer: "p", paragraph: "p" };

function drawItem(item) {
  if (item.kind === "table") return drawTable(item);
  const tag = item.kind === "heading" ? "h" + Math.min(item.level + 1, 6) : TAGS[item.kind] || "p";
  const element = make(tag, item.kind);
  if (item.bold) element.classList.add("bold");
  if (item.placeholder) element.classList.add("placeholder");
  drawRuns(element, item.runs);
  return element;
}

function drawTable(table) {
  const frame = make("div", "frame");
  const grid = make("table");
  for (const row of table.rows) {
    const line = make("tr");
    for (const cell of row) {
      const box = make(cell.label ? "th" : "td", cell.banner ? "banner" : "");
      if (cell.row_span) box.rowSpan = cell.row_span;
      if (cell.column_span) box.colSpan = cell.column_span;
      for (const item of cell.items) box.append(drawItem(item));
      line.append(box);
    }
    grid.append(line);
  }
  frame.append(grid);
  return frame;
}

function drawDocument(pane, sheets) {
  const pages = sheets.map((sheet) => {
    const page = make("div", sheet.page === null ? "sheet flow" : "sheet");
    const folio = whereabouts(sheet.file, sheet.page);
    if (folio) page.append(make("div", "folio", folio));
    for (const item of sheet.items) page.append(drawItem(item));
    return page;
  });
  pane.replaceChildren(...pages);
}

// One object a mounted pane; it outlives re-runs of the script, which only bring new data.
class Reader {
  constructor(root) {
    this.root = root;
    this.pane = root.querySelector(".pane");
    this.note = root.querySelector(".note");
    this.hidden = new Set();
    this.at = -1;
    this.pane.addEventListener("click", (event) => {
      const mark = event.target.closest("mark.seen");
      if (mark) this.choose([this.shownId(mark)], false);
    });
    root.querySelector(".previous").addEventListener("click", () => this.step(-1));
    root.querySelector(".next").addEventListener("click", () => this.step(1));
  }

  update(data) {
    const before = this.focus;
    if (data.key !== this.key) {
      this.key = data.key;
      drawDocument(this.pane, data.sheets);
      this.pane.setAttribute("aria-label", data.title);
      this.marks = [...this.pane.querySelectorAll("mark")];
      this.at = -1;
      this.chosen = [];
      this.note.hidden = true;
    }
    this.notes = data.notes;
    this.kinds = data.kinds;
    this.root.querySelector(".bar").style.display = data.kinds.length ? "" : "none"; // nothing is marked when rating blind
    this.focus = new Set(data.focus);
    this.drawLegend();
    this.paint();
    if (data.choice && data.choice.turn !== this.turn) {
      this.turn = data.choice.turn;
      this.choose(data.choice.ids, true);
    } else if (before && this.focus.size > 0 && ![...this.focus].every((id) => before.has(id))) {
      this.showFocus();
    }
  }

  idsOf(mark) {
    return mark.dataset.ids.split(" ");
  }

  // Of several marks over the same words: the chosen one, one in focus, a telling one, in the legend's order.
  shownId(mark) {
    const shown = this.idsOf(mark).map(Number).filter((id) => !this.hidden.has(this.notes[id].kind));
    const worth = (id) =>
      (this.chosen.includes(id) ? 0 : 400) +
      (this.focus.has(id) ? 0 : 200) +
      (this.notes[id].quiet ? 100 : 0) +
      this.kinds.findIndex((kind) => kind.id === this.notes[id].kind);
    return shown.length ? shown.reduce((best, id) => (worth(id) < worth(best) ? id : best)) : -1;
  }

  isFaint(id) {
    return this.focus.size > 0 ? !this.focus.has(id) : this.notes[id].quiet;
  }

  // A section was opened: show the first of its passages, unless one is in view already.
  showFocus() {
    const pane = this.pane.getBoundingClientRect();
    const places = this.stops.map((mark) => mark.getBoundingClientRect());
    if (places.some((place) => place.top < pane.bottom && place.bottom > pane.top)) return;
    if (this.stops.length > 0) this.scrollTo(this.stops[0]);
  }

  paint() {
    const looks = Object.fromEntries(this.kinds.map((kind) => [kind.id, kind.look]));
    for (const mark of this.marks) {
      const id = this.shownId(mark);
      mark.className = "";
      mark.removeAttribute("title");
      if (id < 0) continue;
      const kind = this.notes[id].kind;
      mark.classList.add("seen", "look-" + looks[kind]);
      mark.title = this.kinds.find((one) => one.id === kind).label;
      if (this.isFaint(id)) mark.classList.add("faint");
      if (this.idsOf(mark).some((one) => this.chosen.includes(Number(one)))) mark.classList.add("chosen");
    }
    this.stops = this.marks.filter((mark) => mark.classList.contains("seen") && !mark.classList.contains("faint"));
    this.root.querySelector(".count").textContent =
      this.at >= 0 && this.at < this.stops.length ? `${this.at + 1} of ${this.stops.length}` : `${this.stops.length} highlights`;
  }

  drawLegend() {
    const legend = this.root.querySelector(".legend");
    const used = new Set(Object.values(this.notes).map((note) => note.kind));
    const held = legend.querySelector(":focus")?.dataset.kind ?? this.root.getRootNode().activeElement?.dataset?.kind;
    const chips = this.kinds.filter((kind) => used.has(kind.id)).map((kind) => {
      const chip = make("button", "chip look-" + kind.look);
      chip.type = "button";
      chip.dataset.kind = kind.id;
      chip.setAttribute("aria-pressed", String(!this.hidden.has(kind.id)));
      chip.append(make("span", "swatch", "ab"), make("span", "", kind.label));
      chip.addEventListener("click", () => {
        if (!this.hidden.delete(kind.id)) this.hidden.add(kind.id);
        this.at = -1;
        this.drawLegend();
        this.paint();
      });
      return chip;
    });
    legend.replaceChildren(...chips);
    if (held) legend.querySelector(`[data-kind="${CSS.escape(held)}"]`)?.focus();
  }

  step(by) {
    if (this.stops.length === 0) return;
    this.at = (this.at + by + this.stops.length) % this.stops.length;
    this.choose([this.shownId(this.stops[this.at])], true);
  }

  choose(ids, scroll) {
    this.chosen = ids;
    for (const id of ids) if (this.notes[id]) this.hidden.delete(this.notes[id].kind);
    this.drawLegend();
    this.paint();
    const marks = this.marks.filter((mark) => this.idsOf(mark).some((id) => ids.includes(Number(id))));
    if (marks.length === 0) return;
    this.at = this.stops.indexOf(marks[0]);
    this.paint();
    this.tell(ids[0]);
    if (!scroll) return;
    this.root.scrollIntoView({ block: "nearest" }); // on a narrow screen the panes stand below each other
    this.scrollTo(marks[0]);
    for (const mark of marks) {
      mark.classList.remove("flash");
      void mark.offsetWidth; // restarts the animation
      mark.classList.add("flash");
    }
  }

  // Sheets off screen have estimated heights, so the way is measured again until it holds still.
  scrollTo(mark, tries = 6) {
    const pane = this.pane.getBoundingClientRect();
    const place = mark.getBoundingClientRect();
    const wanted = Math.max((this.pane.clientHeight - place.height) / 3, 0);
    const way = place.top - pane.top - wanted;
    const before = this.pane.scrollTop;
    this.pane.scrollTop = before + way;
    const frame = mark.closest(".frame");
    if (frame && frame.scrollWidth > frame.clientWidth) {
      frame.scrollLeft += place.left - frame.getBoundingClientRect().left - 16;
    }
    if (tries > 0 && Math.abs(way) > 2 && this.pane.scrollTop !== before) {
      requestAnimationFrame(() => this.scrollTo(mark, tries - 1));
    }
  }

  tell(id) {
    const note = this.notes[id];
    if (!note) return;
    const kind = this.kinds.find((one) => one.id === note.kind);
    const where = whereabouts(note.file, note.page);
    const counts = note.counts_for.length ? `Counts for ${note.counts_for.join("; ")}` : "";
    this.note.replaceChildren(
      make("strong", "", kind.label),
      ...[note.reason, counts, where].filter(Boolean).map((text) => make("span", "", text)),
    );
    this.note.hidden = false;
  }
}

const readers = new WeakMap();

export default function (component) {
  const root = component.parentElement.querySelector(".reader");
  if (!readers.has(root)) readers.set(root, new Reader(root));
  readers.get(root).update(component.data);
}
