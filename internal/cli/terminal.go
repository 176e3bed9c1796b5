package cli

import (
	"io"
	"os"
)

// colourful says whether what is written there is read on a terminal by
// somebody who has not asked for plain text (https://no-color.org).
func colourful(w io.Writer) bool { return os.Getenv("NO_COLOR") == "" && terminal(w) }

// terminal says whether what is written there is seen on a terminal that can take
// it away again.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
