package watch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
)

// TestRandom lets someone at a package who does not know what they want.
func TestRandom(t *testing.T) {
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			r := newRig(t, m)
			for seed := range uint64(8) {
				dice := rand.New(rand.NewPCG(1, seed))
				if m.hearsAll {
					r.during(func(r *rig) { r.anything(dice) })
				} else {
					r.anything(dice)
					r.catchUp()
				}
				if t.Failed() {
					t.Fatalf("after seed %d", seed)
				}
			}
		})
	}
}

// anything is 400 changes, among them folders that are moved away and back.
func (r *rig) anything(dice *rand.Rand) {
	folder := func() string { return fmt.Sprintf("content/%c", 'a'+dice.IntN(3)) }
	file := func() string { return fmt.Sprintf("%s/%c/%c.md", folder(), 'a'+dice.IntN(2), 'a'+dice.IntN(3)) }
	for i := range 400 {
		switch from, to := folder(), folder(); dice.IntN(6) {
		case 0:
			r.remove(from)
		case 1:
			if _, err := os.Stat(r.full(from)); err == nil && from != to {
				r.remove(to)
				r.rename(from, to)
			}
		case 2:
			r.remove(file())
		default:
			r.write(file(), fmt.Sprintf("# %d\n", i))
		}
	}
}
