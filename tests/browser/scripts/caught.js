const done = arguments[arguments.length - 1];
const { name, blob } = window.caught;
const file = { name, kind: blob.type };
if (blob.type !== 'image/png') {
  blob.arrayBuffer().then((bytes) => done({ ...file, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }));
} else {
  const picture = new Image();
  picture.onload = () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set(new Uint32Array(data.buffer)).size;
    done({ ...file, width: picture.width, colours });
  };
  picture.src = URL.createObjectURL(blob);
}
