// @ts-check
/**
 * <lesson-audio>: an episode of the podcast, whose transcript goes along and can be used to go to any sentence.
 * Markup: the kit writes <audio controls>, room for the speed (.episode-actions), links to moments (.moment,
 * data-start), and the transcript with a span for each sentence (.cue, data-start). Without this script the
 * player is the browser's own, moments open the sound at their place, and the transcript is text.
 * Attributes: data-title and data-show, for the lock screen.
 */
import { all, node, preference, progress } from "./progress.js";
import { begun, led } from "./lib/cues.js";

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
const INSIDE = 0.01; // s after a sentence began, so that rounding can't show the one before
const startOf = (element) => Number(element.dataset.start);

class LessonAudio extends HTMLElement {
  connectedCallback() {
    const { signal } = (this.left = new AbortController());
    this.audio = this.querySelector("audio");
    this.cues = all(this, ".cue");
    this.moments = all(this, ".moment");
    this.transcript = this.querySelector(".transcript-text");
    this.speed = node("select", {}, ...SPEEDS.map((speed) => node("option", { value: String(speed) }, `${speed}×`)));
    this.status = node("p", { className: "episode-status" });
    this.status.setAttribute("role", "status");
    this.querySelector(".episode-actions").append(node("label", { className: "field" }, "Speed", this.speed), this.status);
    this.offer();
    const kept = Number(preference("speed"));
    this.choose(SPEEDS.includes(kept) ? kept : 1);
    this.speed.addEventListener("change", () => this.keep(), { signal });
    this.addEventListener("click", (event) => this.pressed(event), { signal });
    this.transcript.addEventListener("keydown", (event) => this.key(event), { signal });
    for (const name of ["timeupdate", "seeked"]) this.audio.addEventListener(name, () => this.follow(), { signal });
    this.audio.addEventListener("play", () => this.begin(), { signal });
    this.audio.addEventListener("error", () => this.say("The sound can’t be had now. Press play again when you are connected."), { signal });
  }

  disconnectedCallback() {
    this.left.abort();
    this.querySelector(".episode-actions").replaceChildren();
    this.mark(this.cues, -1);
    this.mark(this.moments, -1);
    for (const cue of this.cues) for (const name of ["role", "tabindex"]) cue.removeAttribute(name);
  }

  /** Sentences become buttons, of which Tab reaches one and the arrows the others. */
  offer() {
    for (const cue of this.cues) {
      cue.setAttribute("role", "button");
      cue.tabIndex = -1;
    }
    this.cues[0].tabIndex = 0;
  }

  /** Plays so many times as fast, at the pitch of the voice. */
  choose(speed) {
    this.speed.value = String(speed);
    this.audio.defaultPlaybackRate = this.audio.playbackRate = speed;
  }

  /** The speed is the reader's, for every episode. */
  keep() {
    progress.putDocument("preference", "speed", Number(this.speed.value));
    for (const each of document.querySelectorAll("lesson-audio")) /** @type {LessonAudio} */ (each).choose(Number(this.speed.value));
  }

  pressed(event) {
    const target = event.target.closest(".cue, .moment");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || String(getSelection())) return;
    event.preventDefault();
    this.goTo(target);
  }

  goTo(element) {
    if (this.cues.includes(element)) this.reach(element).focus();
    this.audio.currentTime = startOf(element) + INSIDE;
    this.audio.play().catch(() => {}); // the error event says what is wrong
    this.follow();
  }

  key(event) {
    const at = this.cues.indexOf(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return; // Alt with an arrow leads to another page
    const to = led(event.key, at, this.cues.length);
    if (to !== undefined) this.reach(this.cues[to]).focus();
    else if (event.key === "Enter" || event.key === " ") this.goTo(event.target);
    else return;
    event.preventDefault();
  }

  /** Lets Tab come back to this sentence. */
  reach(cue) {
    for (const each of all(this.transcript, ".cue[tabindex='0']")) each.tabIndex = -1;
    cue.tabIndex = 0;
    return cue;
  }

  begin() {
    this.say("");
    for (const other of document.querySelectorAll("audio")) if (other !== this.audio) other.pause();
    if (navigator.mediaSession) navigator.mediaSession.metadata = new MediaMetadata({ title: this.dataset.title, artist: this.dataset.show });
  }

  /** Shows what is being said, and where in the episode that is. */
  follow() {
    const time = this.audio.currentTime;
    this.mark(this.moments, begun(this.moments.map(startOf), time));
    const before = this.transcript.querySelector("[aria-current]");
    const now = this.cues[begun(this.cues.map(startOf), time)];
    if (!now || now === before) return;
    const watched = !before || this.inSight(before);
    this.mark(this.cues, this.cues.indexOf(now));
    if (!this.transcript.contains(document.activeElement)) this.reach(now);
    if (watched) this.show(now);
  }

  mark(elements, chosen) {
    elements.forEach((element, n) => (n === chosen ? element.setAttribute("aria-current", "true") : element.removeAttribute("aria-current")));
  }

  inSight(cue) {
    const [box, frame] = [cue, this.transcript].map((each) => each.getBoundingClientRect());
    return box.bottom > frame.top && box.top < frame.bottom;
  }

  /** Scrolls the transcript, never the page; a reader who scrolled away from what is said is left there. */
  show(cue) {
    const [box, frame] = [cue, this.transcript].map((each) => each.getBoundingClientRect());
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    this.transcript.scrollBy({ top: box.top - frame.top - frame.height / 3, behavior });
  }

  say(text) {
    this.status.textContent = text;
  }
}

customElements.define("lesson-audio", LessonAudio);
