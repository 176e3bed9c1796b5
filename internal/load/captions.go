package load

import (
	"bufio"
	"io"

	"commonground/internal/diag"
	"commonground/internal/training"
)

// captions reads what is said in a film, line by line, for the numbers of people.
func captions(a training.Asset, r io.Reader) (training.Asset, *diag.Finding) {
	lines := bufio.NewReaderSize(r, 64<<10)
	for {
		line, err := lines.ReadSlice('\n')
		if found := numbersBeside(a.Name, line); found != nil {
			return a, found
		}
		switch err {
		case nil, bufio.ErrBufferFull: // the rest of a long line is read next
		case io.EOF:
			return a, nil
		default:
			return a, unreadable(a.Name, err)
		}
	}
}
