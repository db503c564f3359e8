/* The form in which texts and queries are compared: the same function as normal.py, with offsets.
 * Also the loader of the index: plain scripts that call Passages.receive(), for file:// too. */
"use strict";

const Passages = (() => {
  const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
  const WORD = /[\p{L}\p{N}\p{M}]/u;
  const CLUSTER = /[^][\p{M}\p{Cf}\0-\x08\x0E-\x1F\x7F-\x9F]*/gu;
  const BLANK = /[\p{Z}\t-\r]/u;
  const UNSEEN = /[\p{Cf}\0-\x08\x0E-\x1F\x7F-\x9F]/gu; // and no blank
  const REPEATABLE = new Set(['"', "-", "~"]);

  const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
  const arrivals = new Map();
  let version = "";
  let fold = new Map();
  let known = new Map();

  /** The value of one file of the index; rejects if the file cannot be loaded. */
  function load(name) {
    if (!arrivals.has(name)) {
      const arrival = {};
      arrival.promise = new Promise((resolve, reject) => {
        arrival.resolve = resolve;
        const script = document.createElement("script");
        script.src = new URL(`_static/passages/index/${name}.js${version}`, root);
        script.addEventListener("error", () => {
          arrivals.delete(name);
          reject(new Error(name));
        });
        document.head.append(script);
      });
      arrivals.set(name, arrival);
    }
    return arrivals.get(name).promise;
  }

  function receive(name, value) {
    arrivals.get(name)?.resolve(value);
  }

  /** Files asked for from now on belong to this edition of the index: no stale copy will do. */
  function pin(edition) {
    version = `?v=${edition}`;
  }

  /** Take over how characters are folded: two strings of the same length. */
  function setFold([from, to]) {
    const targets = Array.from(to);
    fold = new Map(Array.from(from, (character, i) => [character, targets[i]]));
    known = new Map();
  }

  /** A cluster as the folded characters that it is read as; a blank is " ". */
  function characters(cluster) {
    let found = known.get(cluster);
    if (found === undefined) {
      found = [];
      for (const raw of cluster.replace(UNSEEN, "").normalize("NFKC")) {
        for (const character of raw.toLowerCase()) {
          found.push(BLANK.test(character) ? " " : (fold.get(character) ?? character));
        }
      }
      known.set(cluster, found);
    }
    return found;
  }

  const isWide = (character) => WIDE.test(character);
  const isWord = (character) => WORD.test(character);
  const needsBlank = (character) => isWord(character) && !isWide(character);

  /** {text, starts, ends}: the normalised text and, for each of its units, where it came from. */
  function normalise(source) {
    let text = "";
    let last = "";
    let blank = -1;
    const starts = [];
    const ends = [];
    const push = (character, start, end) => {
      for (let i = 0; i < character.length; i++) {
        starts.push(start);
        ends.push(end);
      }
      text += character;
      last = character;
    };
    for (const { 0: cluster, index } of source.matchAll(CLUSTER)) {
      const end = index + cluster.length;
      for (const character of characters(cluster)) {
        if (character === " ") {
          blank = index;
          continue;
        }
        if (blank >= 0 && last && needsBlank(last) && needsBlank(character)) {
          push(" ", blank, Math.max(index, blank + 1));
        }
        blank = -1;
        if (REPEATABLE.has(character) && last === character) ends[ends.length - 1] = end;
        else push(character, index, end);
      }
    }
    return { text, starts, ends };
  }

  /** Where a normalised query occurs, without overlap, as [start, end] in the source. */
  function occurrences({ text, starts, ends }, query) {
    const found = [];
    if (!query) return found;
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
      found.push([starts[at], ends[at + query.length - 1]]);
    }
    return found;
  }

  /** Where any of several queries occurs; what overlaps is one. */
  function allOccurrences(normalised, queries) {
    const found = queries.flatMap((query) => occurrences(normalised, query));
    found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    return found.reduce((joined, [start, end]) => {
      const previous = joined.at(-1);
      if (previous && start < previous[1]) previous[1] = Math.max(previous[1], end);
      else joined.push([start, end]);
      return joined;
    }, []);
  }

  return { load, receive, pin, setFold, normalise, allOccurrences, isWide, isWord, root };
})();
