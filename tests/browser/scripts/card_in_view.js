// True once the page has stopped scrolling with the named card's top in the viewport, and its face
// not under the nav.
const card = document.getElementById(new URLSearchParams(location.search).get("card"));
const top = Math.round(card.getBoundingClientRect().top);
const rested = window.__top === top;
window.__top = top;
const nav = one(".sections").getBoundingClientRect();
const below = nav.top <= 0 ? nav.bottom : 0;
return (rested && top >= Math.floor(below) - 1 && top < innerHeight / 2) || `top ${top}, nav to ${below}, window ${innerHeight}`;
