// Synthesises the events of a finger that moves from one point to another.
const [from, to] = arguments;
const target = document.elementFromPoint(...from);
const tell = (name, [clientX, clientY]) =>
  target.dispatchEvent(
    new PointerEvent(name, { pointerType: "touch", isPrimary: true, bubbles: true, cancelable: true, clientX, clientY }),
  );
tell("pointerdown", from);
tell("pointermove", to);
tell("pointerup", to);
return null;
