// Sends each message as the host, and returns the first after which the state is not as expected.
// The messages are passed as text, since drivers fail on properties named hasOwnProperty or
// __proto__.
const cases = JSON.parse(arguments[0]);
const { dataset } = document.documentElement;
for (const [i, [data, holds]] of cases.entries()) {
  dispatchEvent(new MessageEvent("message", { data, source: parent }));
  const now = [dataset.theme, dataset.size];
  if (now.join() !== holds.join()) return `${i}: ${JSON.stringify(data)} led to ${now}, not to ${holds}`;
}
return null;
