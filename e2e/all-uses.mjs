// What people do with pages, in one process, and what must not be done to them.
// all-pages.mjs has what pages are.
import './journeys-words.test.mjs';
import './journeys-quiz.test.mjs';
import './journeys-copy.test.mjs';
import './journeys-kept.test.mjs';
import './journeys-guess.test.mjs';
import './journeys-room.test.mjs';
import './serve.test.mjs';
import './search.test.mjs';
import './search-judge.test.mjs';
import './filters.test.mjs';
import './syllables.test.mjs';
import './report.test.mjs';
import './inject.test.mjs';
import './inject-refused.test.mjs';
import './inject-told.test.mjs';
import './inject-self.test.mjs';
