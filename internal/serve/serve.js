// Keeps one page of the preview up to date and shows at its foot what is wrong
// with it. The built site has none of this.
(() => {
  const script = document.currentScript;
  const base = script.src.slice(0, -8); // without serve.js
  let { page, version, style } = script.dataset;

  // Storage can be forbidden; then a page that is loaded again starts at its top.
  let store = {};
  try { store = sessionStorage; } catch {}
  const place = "commonground-serve " + location.pathname;

  const all = (selector) => [...document.querySelectorAll(selector)];

  const make = (parent, tag, text = "") => {
    const e = document.createElement(tag);
    e.textContent = text;
    return parent.appendChild(e);
  };

  // The parts that fold, each with a name that outlives an edit elsewhere.
  const folds = () => {
    const seen = {};
    return all("details").map((part) => {
      const title = part.firstElementChild.textContent;
      seen[title] = -~seen[title];
      return [title + seen[title], part];
    });
  };

  const reload = () => {
    store[place] = JSON.stringify([scrollX, scrollY, Object.fromEntries(folds().map(([name, part]) => [name, part.open]))]);
    location.reload();
  };

  if (store[place]) {
    const [x, y, open] = JSON.parse(store[place]);
    delete store[place];
    for (const [name, part] of folds()) part.open = open[name] ?? part.open;
    const back = () => scrollTo(x, y);
    back();
    addEventListener("load", back); // pictures may have made the page longer
  }

  // Each stylesheet and those that are to take its place, the oldest first: it
  // goes when a newer one is there.
  const sheets = all("link[rel=stylesheet]").map((link) => [link]);
  const restyle = () => {
    for (const chain of sheets) {
      const link = chain[0].cloneNode();
      link.href = link.href.split("?")[0] + "?" + style;
      link.onload = () => chain.splice(0, chain.indexOf(link)).forEach((old) => old.remove());
      chain[chain.length - 1].after(link);
      chain.push(link);
    }
  };

  const sheet = make(document.head, "link");
  sheet.rel = "stylesheet";
  sheet.href = base + "serve.css";
  const panel = make(document.body, "section");
  panel.id = "CG-serve";
  panel.lang = "en";
  panel.dir = "ltr";
  panel.setAttribute("aria-label", "Problems");
  const notice = make(panel, "p");
  notice.setAttribute("role", "status");
  const fold = make(panel, "details");
  const summary = make(fold, "summary");
  const list = make(fold, "ul");
  fold.hidden = true;
  fold.open = !store.CGfolded;
  fold.ontoggle = () => { store.CGfolded = fold.open ? "" : 1; };

  const say = (text) => {
    if (notice.textContent === text) return;
    notice.textContent = "";
    if (text) make(notice, "a", text).href = base + "problems";
  };

  const show = (status) => {
    panel.className = status.mood;
    say(status.notice);
    fold.hidden = !status.summary;
    summary.textContent = status.summary;
    list.textContent = "";
    for (const p of status.problems) {
      const item = make(list, "li");
      item.className = p.severity;
      for (const text of p.lines) make(item, "p", text);
      const line = make(item, "pre");
      p.excerpt.forEach((text, i) => make(line, i % 2 ? "mark" : "span", text));
    }
  };

  // A browser keeps few connections to one place, so only a tab that is looked
  // at has one. What it missed it is told when it asks again.
  let stream, wait;
  const look = () => {
    clearTimeout(wait);
    if (stream) stream.close();
    if (document.hidden) return;
    stream = new EventSource(base + "events?page=" + encodeURIComponent(page));
    stream.onmessage = (event) => {
      const status = JSON.parse(event.data);
      if (status.page !== version) {
        stream.close();
        return reload();
      }
      if (status.style !== style) {
        style = status.style;
        restyle();
      }
      show(status);
    };
    stream.onerror = () => {
      stream.close();
      say("The preview has stopped, so this page may be out of date");
      wait = setTimeout(look, 1000);
    };
  };
  addEventListener("visibilitychange", look);
  look();
})();
