// @ts-check
/**
 * <demo-training-loop>: the playground. A network is trained in the page, on points of the plane.
 *
 * Markup: a still figure, which the playground replaces: buttons, the network with a map in every
 * unit, the plane with the points, the loss by step, and the settings.
 * Attributes: data-data, data-hidden, data-rate … (the fields of lib/playground-state.js).
 * Address: `?playground=data:moons,hidden:4-3,step:200`. The same address gives the same numbers.
 * Keys: in the network, arrows go from number to number and Enter changes one; in the plane they
 * move the cross, and with your own points Enter sets one there or takes it away.
 * Without script the figure stands as it is.
 */
import { DemoElement, isBrowsers } from "./demo-element.js";
import { shown } from "./lib/format.js";
import { PLAYGROUND, SPEEDS } from "./lib/playground-markup.js";
import { FIELDS, MOST, START, settingsOf, trainingKey, written } from "./lib/playground-state.js";
import { count, story } from "./lib/playground-words.js";
import { Training } from "./lib/training.js";
import { Hand } from "./playground-hand.js";
import { Picture } from "./playground-picture.js";

const BUDGET = 2.5; // ms of a frame for training, and as many for the maps
const CALM = 500; // ms between two pictures for readers who want less motion
const WAYS = { ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowUp: [0, 1] };

/** A function that says whether the budget is spent. */
function timer() {
  const began = performance.now();
  return () => performance.now() - began > BUDGET;
}

class DemoTrainingLoop extends DemoElement {
  static query = "playground";
  static fields = FIELDS;
  static start = START;

  build(listen) {
    this.replaceChildren();
    this.insertAdjacentHTML("beforeend", PLAYGROUND);
    const find = (name) => this.querySelector(`[name=${name}]`);
    [this.speed, this.number] = ["speed", "number"].map(find);
    this.hand = new Hand(this);
    this.controls = this.querySelector(".pg-settings").elements;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.mouse = matchMedia("(pointer: fine)"); // a finger would call up the keyboard
    this.chosen = 0;
    this.speed.value = "60 steps/s";
    listen(this, "click", (event) => this.press(event));
    listen(this, "input", (event) => this.turn(event.target));
    listen(this, "keydown", (event) => this.key(event));
    for (const form of this.querySelectorAll("form")) listen(form, "submit", (event) => event.preventDefault());
    this.eyes = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || this.pause());
    this.eyes.observe(this);
  }

  disconnectedCallback() {
    this.eyes.disconnect();
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.training = this.picture = undefined;
    super.disconnectedCallback();
  }

  // --- running

  play() {
    if (this.playing) return this.pause();
    this.drawnAt = this.due = 0;
    this.put("play", {}, "Pause");
    const now = performance.now();
    this.playing = requestAnimationFrame((next) => this.tick(next, now));
  }

  pause() {
    if (!this.playing) return;
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.put("play", {}, "Play");
    this.set({ ...this.state, step: this.training.step }, "");
  }

  /** One frame of playing: the steps that are due, as far as the budget goes, then the picture. */
  tick(now, before) {
    this.due += (SPEEDS[this.speed.value] * Math.min(now - before, 100)) / 1000;
    const steps = Math.floor(this.due);
    this.due -= steps;
    this.walk(Math.min(this.training.step + steps, MOST));
    this.state = { ...this.state, step: this.training.step };
    if (steps && (!this.calm.matches || now - this.drawnAt > CALM)) {
      this.drawnAt = now;
      this.draw();
    }
    if (this.training.step >= MOST) return this.pause();
    this.playing = requestAnimationFrame((next) => this.tick(next, now));
  }

  walk(step) {
    return this.training.walk(step, timer());
  }

  step() {
    this.go(Math.min(this.state.step + 1, MOST));
  }

  back() {
    this.go(Math.max(this.state.step - 1, 0));
  }

  go(step) {
    this.pause();
    this.set({ ...this.state, step }, "");
  }

  again() {
    this.pause();
    this.set({ ...this.state, seed: (this.state.seed % 999) + 1, step: 0, log: "" }, "Other random weights.");
  }

  reset() {
    this.pause();
    this.set(this.start, "Back at the start.");
  }

  // --- settings and numbers

  press(event) {
    const { target } = event;
    const { act, number, unit } = target.closest("[data-act], [data-number], [data-unit]")?.dataset ?? {};
    if (act) this[act]();
    else if (number) this.choose(Number(number), this.mouse.matches);
    else if (unit) this.set({ ...this.state, view: this.state.view === unit ? "" : unit }, "");
    else if (this.parts.plane.contains(target)) this.hand.touch(event);
  }

  turn(control) {
    const { name, value } = control;
    if (name === "number") this.edit(control.valueAsNumber);
    if (name in FIELDS || name.startsWith("layer")) this.setting(name, value, control);
  }

  /** Rates and penalties may change on the way; every other setting begins again. */
  setting(name, value, control) {
    if ((name === "rate" || name === "l2") && this.training.step) return this.change(name, Number(value));
    const layers = [1, 2, 3].map((layer) => this.controls[`layer${layer}`].value).filter((units) => units !== "0");
    const set = { [name]: name === "noise" ? Number(value) : value };
    if (name.startsWith("layer")) Object.assign(set, { hidden: layers.join("-") || "0", view: "", held: "" });
    const state = Object.fromEntries(Object.entries({ ...this.state, ...set, step: 0, log: "" }).filter(([key]) => key in FIELDS));
    this.set(state, "", control);
  }

  /** A change in the middle of a training: it goes into the log, and the training goes on. */
  change(what, value) {
    this.training.follow(this.training.changed(what, value));
    this.set({ ...this.state, step: this.training.step, log: written(this.training.log) }, "");
    this.training.key = trainingKey(this.state);
  }

  edit(value) {
    const { min, max } = this.number;
    const within = Math.min(Number(max), Math.max(Number(min), value));
    if (Number.isFinite(value)) this.change(this.chosen, Math.round(within * 1000) / 1000);
  }

  choose(number, enter) {
    this.chosen = number;
    this.querySelector(".pg-edit").hidden = false;
    for (const each of this.parts.net.querySelectorAll("[data-number]")) {
      const here = Number(each.dataset.number) === number;
      each.setAttribute("tabindex", here ? "0" : "-1");
      each.classList.toggle("chosen", here);
    }
    this.sayNumbers();
    if (!enter) return;
    this.number.focus();
    this.number.select();
  }

  hold() {
    const { held, chosen } = this;
    const others = held.filter((one) => one !== chosen);
    const next = others.length < held.length ? others : [...held, chosen].slice(-4);
    this.set({ ...this.state, held: next.join("~") }, "");
  }

  get held() {
    const all = this.state.held ? this.state.held.split("~").map(Number) : [];
    return all.filter((number) => number < this.training.net.theta.length);
  }

  key(event) {
    if (isBrowsers(event)) return;
    const here = event.target.closest?.("[data-number], [data-unit]");
    const way = WAYS[event.key], enter = event.key === "Enter" || event.key === " ";
    if (here && way) this.next(here, way[0] || -way[1]);
    else if (here && enter) this.press({ target: here });
    else if (event.target !== this.parts.plane || !this.hand.key(way, enter)) return;
    event.preventDefault();
  }

  next(here, way) {
    const kind = "number" in here.dataset ? "number" : "unit";
    const all = [...this.parts.net.querySelectorAll(`[data-${kind}]`)];
    const found = all[(all.indexOf(here) + way + all.length) % all.length];
    if (kind === "number") this.choose(Number(found.dataset.number), false);
    else for (const each of all) each.setAttribute("tabindex", each === found ? "0" : "-1");
    found.focus();
  }

  clear() {
    this.hand.own([], "No points.");
  }

  paste() {
    this.hand.paste();
  }

  // --- taking it away

  numpy() {
    this.copy(false, "NumPy");
  }

  torch() {
    this.copy(true, "PyTorch");
  }

  async copy(torch, name) {
    const { asPython } = await import("./lib/as-python.js");
    const program = asPython(this.training, torch);
    const taken = () => this.put("said", {}, `Copied: a program in ${name}, with the numbers of step ${this.training.step}. It prints the loss that stands here, and trains on.`);
    try {
      await navigator.clipboard.writeText(program);
      taken();
    } catch {
      this.hand.text.value = program;
      this.hand.text.closest("details").open = true;
      this.hand.text.select();
      this.put("said", {}, "The browser does not let the page copy. The program stands in the box below, selected.");
    }
  }

  // --- what the reader sees

  /** Says what has happened. */
  tell(why) {
    const { training } = this;
    if (training.step !== this.state.step) return;
    const now = training.now();
    this.put("said", {}, `${why} ${story(training, now, this.past)}`.trim());
    this.past = { step: training.step, loss: now.train.loss, key: training.key };
    this.picture.label();
    this.told = this.state;
  }

  show() {
    if (this.training?.key !== trainingKey(this.state)) this.begin();
    this.picture.fresh();
    this.finish();
    this.sync();
  }

  /** Walks to the step that is asked for and draws it, over as many frames as that takes. */
  finish() {
    const there = this.walk(this.state.step);
    if (there && this.late) this.picture.fresh(); // the picture of the end shows one step alone
    const whole = (there || !this.calm.matches) && this.draw();
    if (!there || !whole) this.frame = requestAnimationFrame(() => this.finish());
    if (there && this.late) this.tell("");
    this.late = !there;
  }

  begin() {
    this.training = new Training(settingsOf(this.state));
    this.training.key = trainingKey(this.state);
    this.picture ??= new Picture(this.parts);
    this.picture.begin(this.training);
    this.chosen = 0;
  }

  /** The controls say what holds. */
  sync() {
    const { state, training, controls } = this;
    for (const layer of [1, 2, 3]) controls[`layer${layer}`].value = training.settings.hidden[layer - 1] ?? 0;
    for (const name of ["data", "noise", "activation"]) controls[name].value = state[name];
    for (const name of ["rate", "l2"]) controls[name].value = training[name];
    controls.noise.disabled = this.hand.draws;
    this.idle(this.parts.back, !state.step, this.parts.step);
    this.querySelector(".pg-own").hidden = !this.hand.draws;
    const last = this.picture.spots.length - 1, view = this.picture.unitOf(state.view);
    this.parts.net.querySelectorAll("[data-unit]").forEach((each, i) => each.setAttribute("aria-pressed", String(i === view && view !== last)));
  }

  draw() {
    const whole = this.picture.draw(this.state, timer());
    this.sayNumbers();
    this.parts.count.textContent = this.training.train.length ? count(this.training.step, this.training.now()) : "no points yet";
    return whole;
  }

  /** The number that is chosen, and those that are held in view. */
  sayNumbers() {
    const { net } = this.training, { numbers } = this.picture;
    const { name } = numbers[this.chosen];
    this.put("which", {}, name[0].toUpperCase() + name.slice(1));
    if (document.activeElement !== this.number) this.number.value = net.theta[this.chosen].toFixed(3);
    this.put("hold", { "aria-pressed": this.held.includes(this.chosen) });
    this.put("held", {}, this.held.map((i) => `${numbers[i].name} = ${shown(net.theta[i], 3)}`).join("; "));
  }
}

customElements.define("demo-training-loop", DemoTrainingLoop);
