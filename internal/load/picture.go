package load

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"image"
	_ "image/jpeg" // so that the size of a JPEG can be read
	_ "image/png"  // so that the size of a PNG can be read
	"io"
	"io/fs"

	"commonground/internal/diag"
	"commonground/internal/training"
)

// What a picture may cost those who look at it: a browser unpacks all of it.
const (
	maxPixels  = 50_000_000
	maxDrawing = 2 << 20 // bytes of an SVG
)

// measured finds the size of a picture from its first bytes; its points are never
// unpacked. A picture that is huge, or breaks off, is a finding.
func measured(a training.Asset, format string, r *bufio.Reader, file fs.File) (training.Asset, *diag.Finding) {
	cut := false
	if format == "WebP" {
		first, _ := r.Peek(30)
		a.Width, a.Height = webpSize(first)
		cut = len(first) < 30 || int64(binary.LittleEndian.Uint32(first[4:]))+8 > a.Size
	} else {
		config, _, err := image.DecodeConfig(r)
		if err != nil {
			f := unlike(a.Name, format, "")
			return a, &f
		}
		a.Width, a.Height = config.Width, config.Height
	}
	if a.Width*a.Height > maxPixels {
		f := ruleLimitPicture.In(a.Name, "this picture has %d by %d pixels; 50 million are the most that a page may show", a.Width, a.Height).
			WithHint("make it smaller; 2000 pixels across are enough for any screen")
		return a, &f
	}
	if cut || !hasEnd(file, a.Size, pictureEnds[format]) {
		f := rulePicture.In(a.Name, "this %s file breaks off before its end", format).
			WithHint("copy it here again, or open it in the program that made it and save it again")
		return a, &f
	}
	return a, nil
}

// pictureEnds are the bytes with which a whole picture ends. Some programs put
// more behind them. A WebP says at its beginning how long it is.
var pictureEnds = map[string]string{"PNG": "IEND\xaeB`\x82", "JPEG": "\xff\xd9"}

// lastBytes are those among which the end of a picture nearly always is.
const lastBytes = 4 << 10

// hasEnd says whether the end of a picture is there: in its last bytes or, if
// something was put behind it, anywhere among its points.
func hasEnd(file fs.File, size int64, end string) bool {
	f, ok := file.(io.ReadSeeker)
	if !ok || end == "" {
		return true
	}
	if containsFrom(f, max(size-lastBytes, 0), end) {
		return true
	}
	return size > lastBytes && containsFrom(f, pointsOf(f), end)
}

// maxParts is how many parts of a JPEG are passed over in search of its points.
const maxParts = 1000

// pointsOf returns where the points of a JPEG begin: behind all its other parts,
// of which one may hold the small picture of a camera with an end of its own. Of
// a PNG, which has no such thing, it returns the beginning.
func pointsOf(f io.ReadSeeker) int64 {
	at := int64(2)
	for range maxParts {
		var part [4]byte // a mark of two bytes, and how long the part is
		if _, err := f.Seek(at, io.SeekStart); err != nil {
			return at
		}
		if _, err := io.ReadFull(f, part[:]); err != nil || part[0] != 0xff {
			return at
		}
		at += 2 + int64(binary.BigEndian.Uint16(part[2:]))
		if part[1] == 0xda {
			return at
		}
	}
	return at
}

func containsFrom(f io.ReadSeeker, from int64, some string) bool {
	_, err := f.Seek(from, io.SeekStart)
	return err == nil && contains(f, []byte(some))
}

// contains says whether what is read holds some bytes.
func contains(r io.Reader, some []byte) bool {
	buffer := make([]byte, lastBytes)
	kept := 0
	for {
		n, err := r.Read(buffer[kept:])
		all := buffer[:kept+n]
		if bytes.Contains(all, some) {
			return true
		}
		if err != nil {
			return false
		}
		kept = copy(buffer, all[max(len(all)-len(some)+1, 0):])
	}
}

// webpSize returns the size that the first 30 bytes of a WebP tell, in one of its
// three forms; 0 when they tell none.
func webpSize(b []byte) (width, height int) {
	if len(b) < 30 {
		return 0, 0
	}
	switch string(b[12:16]) {
	case "VP8X":
		return 1 + int(b[24]) + int(b[25])<<8 + int(b[26])<<16, 1 + int(b[27]) + int(b[28])<<8 + int(b[29])<<16
	case "VP8L":
		bits := binary.LittleEndian.Uint32(b[21:])
		return int(bits&0x3fff) + 1, int(bits>>14&0x3fff) + 1
	case "VP8 ":
		return int(binary.LittleEndian.Uint16(b[26:]) & 0x3fff), int(binary.LittleEndian.Uint16(b[28:]) & 0x3fff)
	}
	return 0, 0
}
