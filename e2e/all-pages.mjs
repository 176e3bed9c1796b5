// What pages are, in one process: one build, one of each browser. all-uses.mjs has
// what people do with them.
import './lint.test.mjs';
import './self.test.mjs';
import './html.test.mjs';
import './pages.test.mjs';
import './kinds.test.mjs';
import './keyboard.test.mjs';
import './server.test.mjs';
import './without.test.mjs';
import './paint.test.mjs';
import './paged.test.mjs';
import './print.test.mjs';
import './cards.test.mjs';
import './review.test.mjs';
import './moved.test.mjs';
