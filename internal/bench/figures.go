package main

import (
	"fmt"
	"slices"
)

// figures are what the same measurement gave in each round.
type figures []float64

// median is the figure in the middle.
func (f figures) median() float64 {
	s := slices.Sorted(slices.Values(f))
	if n := len(s); n%2 == 0 {
		return (s[n/2-1] + s[n/2]) / 2
	}
	return s[len(s)/2]
}

// over returns how many times another each figure is, round by round.
func (f figures) over(other figures) figures {
	ratios := make(figures, len(f))
	for i := range f {
		ratios[i] = f[i] / other[i]
	}
	return ratios
}

// show is the median, and from where to where the figures go.
func (f figures) show(format string) string {
	return fmt.Sprintf(format+" ("+format+"–"+format+")", f.median(), slices.Min(f), slices.Max(f))
}

// walls, cpus and peaks are the figures of several runs, in seconds and MiB.
func walls(costs []cost) figures {
	return each(costs, func(c cost) float64 { return c.wall.Seconds() })
}

func cpus(costs []cost) figures {
	return each(costs, func(c cost) float64 { return c.cpu.Seconds() })
}

func peaks(costs []cost) figures {
	return each(costs, func(c cost) float64 { return float64(c.peak) / (1 << 20) })
}

func each(costs []cost, of func(cost) float64) figures {
	f := make(figures, len(costs))
	for i, c := range costs {
		f[i] = of(c)
	}
	return f
}
