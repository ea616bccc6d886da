/// What the preview adds to pages in the browser. No build has it.
enum LiveScript {
  static let script = """
    // The preview's own script: it shows what changed in the source. Published pages do not have it.
    (() => {
      "use strict";
      const script = document.currentScript;
      const has = script.dataset;
      const kept = "isnad scroll " + location.pathname;
      let events = null;
      let overlay = null;

      const reload = () => {
        sessionStorage.setItem(kept, JSON.stringify([scrollX, scrollY]));
        location.reload();
      };

      const returnToPlace = () => {
        const place = sessionStorage.getItem(kept);
        if (place === null) return;
        sessionStorage.removeItem(kept);
        scrollTo({left: JSON.parse(place)[0], top: JSON.parse(place)[1], behavior: "instant"});
      };

      // The old stylesheet goes when the new one is there, so that the page is never without.
      const restyle = version => {
        has.style = version;
        for (const link of document.querySelectorAll("link[data-isnad-next]")) link.remove();
        for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
          const address = new URL(old.href);
          if (address.origin !== location.origin) continue;
          address.searchParams.set("isnad", version);
          const link = old.cloneNode();
          link.href = address.href;
          link.dataset.isnadNext = "";
          link.addEventListener("load", () => {
            delete link.dataset.isnadNext;
            old.remove();
          });
          old.after(link);
        }
      };

      const hide = () => {
        overlay?.remove();
        overlay = null;
      };

      // A shadow root keeps the page's styles out of it, and its own out of the page.
      const show = report => {
        hide();
        overlay = document.createElement("isnad-problems");
        overlay.lang = "en";
        overlay.dir = "ltr";
        const root = overlay.attachShadow({mode: "open"});
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = new URL("live.css", script.src);
        const panel = document.createElement("section");
        panel.className = "problems";
        panel.setAttribute("role", "alert");
        panel.innerHTML = report;
        const note = document.createElement("p");
        note.textContent = "The page is as it was before. It follows when this is mended.";
        panel.querySelector("h1").after(note);
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = "Hide";
        button.addEventListener("click", hide);
        panel.prepend(button);
        root.append(style, panel);
        document.body.append(overlay);
      };

      const connect = () => {
        // A browser has few connections to one host: pages that nobody sees leave them to others.
        if (events || document.hidden) return;
        const what = {
          path: location.pathname, page: has.page, style: has.style, assets: has.assets,
        };
        const address = new URL("events", script.src);
        address.search = new URLSearchParams(what);
        events = new EventSource(address);
        events.addEventListener("reload", reload);
        events.addEventListener("style", event => restyle(event.data));
        events.addEventListener("problems", event => show(event.data));
        events.addEventListener("well", hide);
        events.addEventListener("error", () => {
          if (events?.readyState !== EventSource.CLOSED) return;
          disconnect();
          setTimeout(connect, 1000);
        });
      };

      const disconnect = () => {
        events?.close();
        events = null;
      };

      document.addEventListener("visibilitychange", () => {
        document.hidden ? disconnect() : connect();
      });
      addEventListener("pagehide", disconnect);
      addEventListener("pageshow", connect);
      addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
      returnToPlace();
      connect();
    })();

    """

  static let style = """
    /* The preview's own style, of what it says when the source has errors. */
    .problems {
      box-sizing: border-box;
      color: light-dark(#2b2118, #ece4d8);
      background: light-dark(#fffaf2, #211b16);
      font: 1rem/1.5 system-ui, sans-serif;
      padding: 1rem clamp(1rem, 4vw, 2.5rem) 1.5rem;
    }
    :host, body.problems { color-scheme: light dark; }
    body.problems { margin: 0; min-block-size: 100vh; }
    section.problems {
      position: fixed;
      inset-inline: 0;
      inset-block-end: 0;
      z-index: 2147483647;
      max-block-size: 60vh;
      overflow: auto;
      border-block-start: 4px solid light-dark(#b3261e, #ff8a80);
      box-shadow: 0 -0.5rem 2rem rgb(0 0 0 / 30%);
    }
    h1 { color: light-dark(#b3261e, #ff8a80); font-size: 1.25rem; margin: 0 0 0.5rem; }
    p { margin: 0 0 0.25rem; }
    ol { margin: 1rem 0 0; padding: 0; list-style: none; }
    li { margin-block-end: 1.25rem; }
    .message { font-weight: 600; }
    .place, .id { font-family: ui-monospace, monospace; font-size: 0.875rem; }
    .id { color: light-dark(#6d5f50, #b5a794); margin-inline-start: 0.75rem; }
    pre {
      margin: 0.25rem 0;
      padding: 0.5rem 0.75rem;
      overflow-x: auto;
      background: light-dark(#f3eadc, #2e2620);
      border-radius: 0.25rem;
      font: 0.9375rem/1.7 ui-monospace, "Noto Sans Arabic", monospace;
    }
    mark { color: inherit; background: light-dark(#f6c8c2, #7a2f28); border-radius: 0.2rem; }
    .remedy::before { content: "→ "; }
    button {
      float: inline-end;
      font: inherit;
      color: inherit;
      background: none;
      border: 1px solid currentcolor;
      border-radius: 0.25rem;
      padding: 0.25rem 0.75rem;
      cursor: pointer;
    }

    """
}
