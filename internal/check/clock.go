package check

import (
	"bytes"
	"fmt"
)

// clock is a time as a text writes it.
type clock struct {
	hour, minute int
	half         string // am, pm, noon, midnight, or nothing
	padded       bool   // the hour has a zero before it
	colon        bool   // minutes stand behind a colon
	last         int    // index of its last word
	stop         int    // bytes of a full stop that belongs to it, as in p.m.
}

// readClock reads the time that begins at word i, which begins with figures.
func readClock(t *Prose, i int) (c clock) {
	word := t.Words.Fold(i)
	digits := leadingDigits(word)
	c.last, c.padded, c.hour = i, len(digits) > 1 && digits[0] == '0', 0
	if n := twoDigits(digits); n > 0 {
		c.hour = n
	}
	rest := word[len(digits):]
	if len(rest) == 0 && i+1 < t.Words.Len() {
		if gap := string(t.Words.Gap(i + 1)); gap == ":" || gap == "." {
			minutes := leadingDigits(t.Words.Fold(i + 1))
			if len(minutes) == 2 && minutes[0] < '6' {
				c.last, c.colon, rest = i+1, gap == ":", t.Words.Fold(i + 1)[2:]
				c.minute = max(0, twoDigits(minutes))
			}
		}
	}
	if len(rest) > 0 {
		c.half = string(rest)
		return c
	}
	c.readHalf(t)
	return c
}

// readHalf reads am, pm, a.m. or noon behind the figures.
func (c *clock) readHalf(t *Prose) {
	j := c.last + 1
	if j >= t.Words.Len() || len(bytes.TrimSpace(t.Words.Gap(j))) > 0 {
		return
	}
	switch word := string(t.Words.Fold(j)); word {
	case "am", "pm", "noon", "midday", "midnight":
		c.half, c.last = word, j
	case "a", "p":
		if j+1 < t.Words.Len() && string(t.Words.Fold(j+1)) == "m" && bytes.HasPrefix(t.Words.Gap(j+1), []byte(".")) {
			c.half, c.last = word+"m", j+1
			if bytes.HasPrefix(t.Words.Gap(j+2), []byte(".")) {
				c.stop = 1
			}
		}
	}
}

// form is the time as it should be written, or nothing when it is no time for sure.
func (c *clock) form() string {
	minutes := ""
	if c.minute > 0 {
		minutes = fmt.Sprintf(":%02d", c.minute)
	}
	switch c.half {
	case "am", "pm":
		switch {
		case c.hour < 1 || c.hour > 12:
			return ""
		case c.hour == 12 && c.minute == 0 && c.half == "pm":
			return "midday"
		case c.hour == 12 && c.minute == 0:
			return "midnight"
		}
		return fmt.Sprint(c.hour) + minutes + c.half
	case "noon", "midday", "midnight":
		if c.hour != 12 {
			return ""
		}
		if c.half == "midnight" {
			return c.half
		}
		return "midday"
	case "":
		if !c.colon || c.hour > 23 || c.hour < 13 && !c.padded {
			return ""
		}
	default:
		return ""
	}
	switch {
	case c.hour == 0 && c.minute == 0:
		return "midnight"
	case c.hour == 0:
		return "12" + minutes + "am"
	case c.hour < 12:
		return fmt.Sprint(c.hour) + minutes + "am"
	case c.hour == 12:
		return "12" + minutes + "pm"
	}
	return fmt.Sprint(c.hour-12) + minutes + "pm"
}
