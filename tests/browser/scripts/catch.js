// Keeps the file that the page offers for download, and stops the browser from saving it.
const make = URL.createObjectURL.bind(URL);
let blob;
URL.createObjectURL = (object) => make((blob = object));
HTMLAnchorElement.prototype.click = function () {
  window.caught = { name: this.download, blob };
};
