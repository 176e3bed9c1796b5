package cli

import (
	"errors"
	"io"
	"os"

	"commonground/internal/output"
)

// colourful says whether what is written there is read on a terminal by
// somebody who has not asked for plain text (https://no-color.org).
func colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// explain puts trouble of the tool into words, with what to do about it where
// the words do not say so already.
func explain(err error) (message, hint string) {
	if e, ok := errors.AsType[*output.RefusedError](err); ok {
		return e.Error(), "choose another folder with -o: one that holds only the site"
	}
	return err.Error(), ""
}
