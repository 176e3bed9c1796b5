package main

import (
	"fmt"

	"commonground/internal/bench/synthetic"
)

// report prints the tables of one size.
func (c *race) report(o synthetic.Options, size extent) {
	fmt.Printf("### %d lessons, %d terms: %d files, %.1f MB\n\n", o.Lessons, o.Terms, size.files, float64(size.bytes)/1e6)
	fmt.Print("| program | build | wall, s | CPU, s | peak, MiB |\n| --- | --- | --: | --: | --: |\n")
	for _, step := range []string{cold, again, edited} {
		for _, one := range c.who {
			if costs := one.costs[step]; costs != nil {
				fmt.Printf("| %s | %s | %s | %s | %s |\n", one.name, step, walls(costs).show("%.2f"), cpus(costs).show("%.2f"), peaks(costs).show("%.0f"))
			}
		}
	}
	fmt.Print("\n| cold | wall | CPU | bound |\n| --- | --: | --: | --- |\n")
	ours, b := c.who[0].costs[cold], boundOf(o.Lessons)
	for _, one := range c.who[1:] {
		other := one.costs[cold]
		if one.name == "Hugo" {
			wall, cpu := walls(other).over(walls(ours)), cpus(other).over(cpus(ours))
			fmt.Printf("| Hugo ÷ ours | %s | %s | %s |\n", wall.show("%.2f"), cpu.show("%.2f"), atLeast(b.hugo, wall, cpu))
			continue
		}
		wall, cpu := walls(ours).over(walls(other)), cpus(ours).over(cpus(other))
		most := 0.0
		if one.floor {
			most = b.floor
		}
		fmt.Printf("| ours ÷ %s | %s | %s | %s |\n", one.name, wall.show("%.2f"), cpu.show("%.2f"), atMost(most, wall, cpu))
	}
	if b.peak > 0 {
		fmt.Printf("| peak of ours, MiB | %.0f | | %s |\n", peaks(ours).median(), atMost(b.peak, peaks(ours)))
	}
	fmt.Println()
}

// atMost says whether medians keep a bound; 0 is none.
func atMost(most float64, all ...figures) string {
	return judge("≤", most, func(f figures) bool { return f.median() <= most }, all)
}

func atLeast(least float64, all ...figures) string {
	return judge("≥", least, func(f figures) bool { return f.median() >= least }, all)
}

func judge(sign string, bound float64, kept func(figures) bool, all []figures) string {
	if bound == 0 {
		return ""
	}
	for _, f := range all {
		if !kept(f) {
			return fmt.Sprintf("%s %g: **missed**", sign, bound)
		}
	}
	return fmt.Sprintf("%s %g: kept", sign, bound)
}
