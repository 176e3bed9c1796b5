package render

import (
	"slices"

	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// CardsPage is what the layout of the myth cards to cut out gets.
type CardsPage struct {
	Frame
	Sheets []CardSheet
}

// CardSheet is a sheet of paper: the layout writes the fronts of its cards, and
// on the other side their backs in the same order. The stylesheet mirrors the
// backs, so that each lies behind its front when the sheet is turned on its long
// edge.
type CardSheet struct {
	Number, Of int
	Cards      []Card // at most eight
}

// Card is a myth card to cut out. Number, Of and Theme stand on both sides, so
// that a pile that was dropped can be sorted.
type Card struct {
	Number, Of      int
	Theme           string // its name; "" when it has none
	Colour          string // a class: colour-plum
	Fact, Myth, Say string // each as it is, or where the whole is when it is far too long
	Front, Back     string // the type of a side as a class: large, tight or ""
	Source          string // the first, in few words
	More            int    // how many more sources the page of the myth has
	Reviewed        Day
}

// cardsOnSheet is how many cards the stylesheet cuts an A4 sheet into.
const cardsOnSheet = 8

func (s *site) cardPages() []page {
	if len(s.pkg.Myths) == 0 {
		return nil
	}
	x := s.sheetIndex()
	return x.list("cards", func(n int) any { return s.cardsToCut(x, n) })
}

// sheetIndex is the sheets, in the order of the list of myths.
type sheetIndex struct {
	index
	sheets [][]toCut
}

// toCut is a myth that becomes a card, and the theme that it stands under or nil.
type toCut struct {
	myth  *training.Myth
	theme *training.Theme
}

func (s *site) sheetIndex() *sheetIndex {
	var cards []toCut
	for _, g := range s.mythThemes() {
		for _, m := range g.myths {
			cards = append(cards, toCut{m, g.theme})
		}
	}
	sheets := slices.Collect(slices.Chunk(cards, cardsOnSheet))
	return &sheetIndex{index{link.Cards, link.Lay(link.Even(len(sheets), cardsOnSheet*link.RoomMyth))}, sheets}
}

func (s *site) cardsToCut(x *sheetIndex, n int) *CardsPage {
	p := &CardsPage{Frame: s.frameOf(x.index, n, wordCards, "", "cards", link.Myths)}
	for _, on := range x.pages[n] {
		for number := on.First; number < on.End; number++ {
			sheet := CardSheet{Number: number + 1, Of: len(x.sheets)}
			for i, c := range x.sheets[number] {
				sheet.Cards = append(sheet.Cards, s.cardToCut(c.myth, c.theme, number*cardsOnSheet+i+1))
			}
			p.Sheets = append(p.Sheets, sheet)
		}
	}
	return p
}

func (s *site) cardToCut(m *training.Myth, theme *training.Theme, number int) Card {
	whole := s.graph.Address(&m.Item).Path
	c := Card{
		Number: number, Of: len(s.pkg.Myths),
		Fact:     onCard(m.Name, schema.CardFront, whole),
		Myth:     onCard(m.Myth, schema.CardFront, whole),
		Say:      onCard(m.Say, schema.CardBack, whole),
		Reviewed: dayOf(m.Reviewed),
	}
	c.Front, c.Back = cardType(schema.CardFront, c.Fact, c.Myth), cardType(schema.CardBack, c.Say)
	if theme != nil {
		c.Theme, c.Colour = shortened(theme.Name, mostCardTheme), s.theme(theme, place{page: link.Cards}).Colour
	}
	if list := sources(m.Sources); len(list) > 0 {
		c.Source, c.More = cardSource(list[0]), len(list)-1
	}
	return c
}

// cardSource writes a source so that it fits at the foot of a card: its title or
// as much of it as there is room for, and its year or day.
func cardSource(x Source) string {
	text := shortened(x.Title, mostCardSource)
	if x.Date != "" {
		text += ", " + x.Date
	}
	return text
}
