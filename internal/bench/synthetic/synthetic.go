// Package synthetic makes packages of training from a seed, of any size, for tests
// and benchmarks. The same options give the same files, and nothing is wrong with
// them: a build has no finding.
//
// A lesson has about 700 words, of which one in sixty is the use of a term, and
// what lessons have: links, lists in lists, tables, blocks, quizzes, footnotes,
// pictures. Common words are few and rare words many, as in a language.
package synthetic

import (
	"fmt"
	"math/rand/v2"
)

// Canary begins every word that learners must never see: it is in facilitator
// blocks and in comments.
const Canary = "zqcanary"

// Options say what to make.
type Options struct {
	Seed        uint64
	Lessons     int
	Terms       int  // 0 for one for every five lessons, and at least 20
	Themes      int  // how many themes the lessons have; 0 for six
	Unexplained bool // the terms are used, but there is no glossary
}

// Package is a package of training that can be written as often as needed.
type Package struct {
	seed     uint64
	lessons  []lessonPlan
	terms    []string // their titles
	themes   []string // their slugs
	myths    int
	pathways int
	insights int
	stories  int
	glossary bool
}

// lessonPlan is what other files need to know of a lesson before it is written.
type lessonPlan struct {
	slug, title string
	folder      bool // it is a folder with pictures
	sections    []string
}

// file returns the path of the lesson from content/lessons.
func (l lessonPlan) file() string {
	if l.folder {
		return l.slug + "/index.md"
	}
	return l.slug + ".md"
}

// New plans a package.
func New(o Options) *Package {
	n := o.Lessons
	p := &Package{seed: o.Seed, themes: themeSlugs, glossary: !o.Unexplained, myths: max(8, n/10), pathways: max(2, n/20), insights: max(12, n/10), stories: max(2, n/20)}
	if o.Themes > 0 {
		p.themes = themeSlugs[:o.Themes]
	}
	if o.Terms == 0 {
		o.Terms = max(20, n/5)
	}
	for i := range o.Terms {
		p.terms = append(p.terms, termTitle(i))
	}
	plan := p.author(0, nil)
	for i := range n {
		p.lessons = append(p.lessons, plan.lessonPlan(i))
	}
	return p
}

// Lessons returns the files of the lessons, in their order.
func (p *Package) Lessons() []string {
	names := make([]string, len(p.lessons))
	for i, l := range p.lessons {
		names[i] = "content/lessons/" + l.file()
	}
	return names
}

// Write hands over one file after the other, so that a large package is never in
// memory as a whole. It stops at the first error and returns it.
func (p *Package) Write(put func(name string, data []byte) error) error {
	out := &sheaf{put: put}
	for i := range p.lessons {
		p.author(uint64(i)+1, out).lesson(i)
	}
	p.author(1<<32, out).others()
	return out.err
}

// author returns the author of one file or of several. The number makes it write
// the same whatever was written before.
func (p *Package) author(number uint64, out *sheaf) author {
	return author{Rand: rand.New(rand.NewPCG(p.seed, number)), Package: p, out: out}
}

// sheaf hands over files until that fails.
type sheaf struct {
	put func(name string, data []byte) error
	err error
}

func (s *sheaf) add(name, text string) {
	if s.err != nil {
		return
	}
	if err := s.put(name, []byte(text)); err != nil {
		s.err = fmt.Errorf("%s: %w", name, err)
	}
}
