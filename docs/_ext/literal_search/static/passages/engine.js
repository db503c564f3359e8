/* The search: which blocks can hold a query, and which passages in them do. */
"use strict";

Passages.engine = (() => {
  const LOOKED_UP = 4; // grams of a query that are looked up: enough to leave few blocks
  const BATCH = 8; // blocks that are loaded in one go
  const LONGEST_GRAM = 4; // as in index.py
  const ENOUGH = 0.6; // of the weight of the best partial match
  const MOST_PARTIAL = 30;
  const RANKS = "hbnrm"; // heading, body, note, entry, about: the order of Kind in extract.py

  let manifest = null;
  const blocks = new Map();

  async function start() {
    manifest = await Passages.load("index");
    Passages.pin(manifest.edition);
    Passages.setFold(await Passages.load("fold"));
  }

  /** FNV-1a of the first two characters, as in index.py. */
  function shard(gram, count) {
    let value = 0x811c9dc5;
    for (const character of Array.from(gram).slice(0, 2)) {
      value = Math.imul(value ^ character.codePointAt(0), 0x01000193) >>> 0;
    }
    return value % count;
  }

  const shardOf = (gram) => Passages.load(`grams/${shard(gram, manifest.shards)}`);

  /** Runs of letters and digits of a normalised text, as arrays of characters. */
  function runs(text) {
    const found = [[]];
    for (const character of text) {
      if (Passages.isWord(character)) found.at(-1).push(character);
      else if (found.at(-1).length) found.push([]);
    }
    return found.filter((run) => run.length);
  }

  /** The gram of a text that begins at `start`: two characters, or up to four that are narrow. */
  function gramAt(text, start) {
    const wide = text.findIndex((character, i) => i >= start && Passages.isWide(character));
    const narrow = (wide < 0 ? text.length : wide) - start;
    return text.slice(start, start + Math.max(2, Math.min(narrow, LONGEST_GRAM)));
  }

  /** The fewest and longest grams in which every part of a normalised query stands. */
  function cover(query) {
    const text = Array.from(query);
    let covered = 0;
    return text.flatMap((_, start) => {
      const gram = gramAt(text, start);
      if (start + gram.length <= covered) return [];
      covered = start + gram.length;
      return [gram.join("")];
    });
  }

  /** At most `count` of the items, first and last among them. */
  function spread(items, count) {
    if (items.length <= count) return items;
    const step = (items.length - 1) / (count - 1);
    return Array.from({ length: count }, (_, i) => items[Math.round(i * step)]);
  }

  async function posting(gram) {
    let at = 0;
    return ((await shardOf(gram)).grams[gram] ?? []).map((distance) => (at += distance));
  }

  /** Numbers of the blocks that can hold a normalised query, best rank first. */
  async function candidates(query) {
    if (!manifest.filtered) return Array.from({ length: manifest.blocks }, (_, i) => i);
    const grams = spread([...new Set(cover(query))], LOOKED_UP);
    return common(await Promise.all(grams.map(posting)));
  }

  /** Those of some blocks that have every gram of a query: for when reading them was in vain. */
  async function refined(query, numbers) {
    if (!manifest.filtered || !numbers.length) return numbers;
    return common([numbers, ...(await Promise.all(cover(query).map(posting)))]);
  }

  /** The numbers that stand in every list. */
  function common(lists) {
    return lists.reduce((kept, list) => {
      const present = new Set(list);
      return kept.filter((number) => present.has(number));
    });
  }

  async function block(number) {
    if (!blocks.has(number)) {
      const rows = await Passages.load(`text/${number}`);
      const entries = rows.map(([text, kind, anchor, heading, pages, words]) => ({
        text: manifest.texts[text],
        rank: RANKS.indexOf(kind),
        kind,
        anchor,
        heading,
        pages,
        words,
        normal: Passages.normalise(words),
      }));
      blocks.set(number, entries);
    }
    return blocks.get(number);
  }

  /** Passages of some blocks that hold at least one of the terms, each with its marks. */
  async function scan(numbers, terms) {
    const loaded = await Promise.all(numbers.map(block));
    return loaded.flat().flatMap((passage) => {
      const held = terms.filter((term) => passage.normal.text.includes(term));
      if (!held.length) return [];
      return [{ ...passage, held, marks: Passages.allOccurrences(passage.normal, held) }];
    });
  }

  /** The words of a part of a query, by the fewest cuts; pairs of characters where none is known. */
  async function segment(part) {
    const found = await Promise.all(runs(part).map(segmentRun));
    return found.flat();
  }

  async function segmentRun(run) {
    const pairs = run.slice(0, -1).map((character, i) => character + run[i + 1]);
    const files = await Promise.all([...new Set(pairs)].map(shardOf));
    const words = new Set(files.flatMap((file) => file.words));
    const best = [{ cost: 0, terms: [] }];
    const better = (i, candidate) => {
      if (!best[i] || candidate.cost < best[i].cost) best[i] = candidate;
    };
    for (let start = 0; start < run.length; start++) {
      const { cost, terms } = best[start];
      better(start + 1, { cost: cost + 1.5, terms: [...terms, run[start]] });
      let narrow = start;
      while (narrow < run.length && !Passages.isWide(run[narrow])) narrow++;
      for (let end = start + 2; end <= run.length; end++) {
        const word = run.slice(start, end).join("");
        if (words.has(word) || end === narrow) {
          better(end, { cost: cost + 1, terms: [...terms, word] });
        }
      }
    }
    const { terms } = best[run.length];
    const whole = terms.filter((term) => Array.from(term).length > 1);
    return whole.length || run.length < 2 ? whole : pairs;
  }

  /** Terms for a query that does not occur as it is: its parts between blanks, or their words. */
  async function terms(query) {
    const parts = query.split(/\s+/u).map((part) => Passages.normalise(part).text);
    const found = parts.map(async (part) => ((await occurs(part)) ? [part] : segment(part)));
    return [...new Set((await Promise.all(found)).flat())];
  }

  /** Whether a part of a query occurs somewhere; among many texts, whether it can. */
  async function occurs(part) {
    const numbers = runs(part).length ? await candidates(part) : [];
    return (manifest.filtered ? numbers : await scan(numbers, [part])).length > 0;
  }

  /** What a term tells: the rarer, the more. `holders` of `all` units hold it. */
  const weight = (holders, all) => (holders ? Math.log(1 + all / holders) : 0);

  /** The passages that hold most of the weight of the terms, best first. */
  async function partial(query) {
    const sought = await terms(query);
    if (!sought.length) return { terms: [], passages: [] };
    const lists = await Promise.all(sought.map(candidates));
    let numbers = lists[0];
    if (manifest.filtered) {
      const worth = new Map();
      lists.forEach((list) => {
        const value = weight(list.length, manifest.blocks);
        list.forEach((number) => worth.set(number, (worth.get(number) ?? 0) + value));
      });
      numbers = [...worth].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
      numbers = numbers.slice(0, BATCH).map(([number]) => number);
    }
    const passages = await scan(numbers, sought);
    const weights = new Map(
      sought.map((term, i) => {
        if (manifest.filtered) return [term, weight(lists[i].length, manifest.blocks)];
        const holders = passages.filter((passage) => passage.held.includes(term)).length;
        return [term, weight(holders, passages.length)];
      }),
    );
    passages.forEach((passage) => {
      passage.weight = passage.held.reduce((sum, term) => sum + weights.get(term), 0);
    });
    const best = Math.max(0, ...passages.map((passage) => passage.weight));
    const kept = passages
      .filter((passage) => passage.weight >= ENOUGH * best)
      .sort((one, other) => other.weight - one.weight || one.rank - other.rank);
    const present = sought.filter((term) => kept.some((passage) => passage.held.includes(term)));
    return { terms: present, passages: kept.slice(0, MOST_PARTIAL) };
  }

  /**
   * Find a query. Resolves to
   *   state     "empty", "literal", "partial" or "none"
   *   terms     what is marked: the query, or the words it was cut into
   *   passages  with `marks`, ranked
   *   rest      blocks that can hold the query and have not been read yet: see more()
   */
  async function find(query) {
    const normal = Passages.normalise(query).text;
    if (!runs(normal).length) return { state: "empty", terms: [], passages: [], rest: [] };
    let result = await read({ terms: [normal], rest: await candidates(normal) });
    if (!result.passages.length) {
      result = await more({ ...result, rest: await refined(normal, result.rest) });
    }
    if (result.passages.length) return { state: "literal", ...result };
    const { terms: words, passages } = await partial(query);
    return { state: passages.length ? "partial" : "none", terms: words, passages, rest: [] };
  }

  /** Read the next blocks of a result: the passages in them, and what is left. */
  async function read({ terms: sought, rest }) {
    const passages = await scan(rest.slice(0, BATCH), sought);
    return { terms: sought, passages, rest: rest.slice(BATCH) };
  }

  /** Read on until there are more passages, or no more blocks. */
  async function more(result) {
    let next = await read(result);
    while (!next.passages.length && next.rest.length) next = await read(next);
    return next;
  }

  return { start, find, more, cover, shard };
})();
