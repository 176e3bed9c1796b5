// What the script of every page has made for the others.
const { first, fill, make, button, load, find } = CG;
