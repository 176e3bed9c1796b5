// What the script of every page has made for the others.
const { words, all, first, fill, make, button, kept } = CG;
