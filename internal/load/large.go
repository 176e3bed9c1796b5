package load

import (
	"slices"

	"commonground/internal/diag"
	"commonground/internal/training"
)

var ruleLarge = diag.Rule{Code: "asset-large", Severity: diag.Warning, Title: "A picture should have no more than 1 MB, another file no more than 25 MB."}

// What a file may have, in bytes, before somebody is told.
const (
	largePicture = 1_000_000
	largeFile    = 25_000_000
)

// large finds that a file is larger than readers with a slow line, and memory
// sticks, can do with.
func large(a training.Asset, ext string) *diag.Finding {
	f := ruleLarge.In(a.Name, "this file has %.1f MB", float64(a.Size)/1e6)
	switch {
	case slices.Contains([]string{".png", ".jpg", ".jpeg", ".webp", ".svg"}, ext):
		f = ruleLarge.In(a.Name, "this picture has %.1f MB, and whoever opens its page loads all of it", float64(a.Size)/1e6).
			WithHint("save it about 1600 pixels across, a photograph as JPEG; 300 KB are plenty")
		if ext == ".svg" {
			f = f.WithHint("leave out of the drawing what nobody sees, or save it as a PNG about 1600 pixels across")
		}
		if a.Size <= largePicture {
			return nil
		}
	case a.Size <= largeFile:
		return nil
	case ext == ".mp4", ext == ".mp3":
		f = f.WithHint("save it in a lower quality, or cut it into parts; or put it on the web and link to it there")
	default:
		f = f.WithHint("save it with smaller pictures, or put it on the web and link to it there")
	}
	return &f
}
