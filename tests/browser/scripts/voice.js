// A fake voice that is silent, and finishes a sentence on command.
window.__voice = { said: [], current: null, finish() {
  const { current } = this;
  this.current = null;
  current.onend({ type: "end", target: current });
} };
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => ["en-US", "zh-CN"].map((lang) => ({ lang, localService: true })),
  speak(utterance) {
    __voice.said.push(utterance.text);
    __voice.current = utterance;
  },
  cancel() {
    const { current } = __voice;
    __voice.current = null;
    if (current) setTimeout(() => current.onerror({ type: "error", target: current }));
  },
} });
