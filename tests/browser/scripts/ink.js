const data = pixelsOf(one(`[data-figure="${arguments[0]}"] canvas`));
let ink = 0;
for (let i = 3; i < data.length; i += 4) ink += data[i];
return ink / 255;
