// Says each message in the host's name, and tells the first after which something else holds than was expected. They
// come as text, for drivers stumble over a property that is named hasOwnProperty or __proto__.
const cases = JSON.parse(arguments[0]);
const { dataset } = document.documentElement;
for (const [i, [data, holds]] of cases.entries()) {
  dispatchEvent(new MessageEvent("message", { data, source: parent }));
  const now = [dataset.theme, dataset.size];
  if (now.join() !== holds.join()) return `${i}: ${JSON.stringify(data)} led to ${now}, not to ${holds}`;
}
return null;
