package load

import (
	"bufio"
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/training"
)

// assetTypes are the endings of the files that may lie beside pages.
var assetTypes = []string{".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf", ".mp3", ".mp4", ".vtt"}

// readAssets looks at every file that is no page. Those that cannot be opened or
// are of another type are left out, each with a finding.
func readAssets(fsys fs.FS, names []string) ([]training.Asset, []diag.Finding) {
	slots := make([]training.Asset, len(names))
	findings := make([]*diag.Finding, len(names))
	cores.Each(len(names), func(i int) { slots[i], findings[i] = readAsset(fsys, names[i]) })
	var assets []training.Asset
	var all []diag.Finding
	for i := range names {
		if findings[i] != nil {
			all = append(all, *findings[i])
		}
		if slots[i].Name != "" {
			assets = append(assets, slots[i])
		}
	}
	return assets, all
}

// readAsset returns the asset, and what is wrong with it. A picture that is there
// but wrong keeps its name, so that it is not said to be missing as well.
func readAsset(fsys fs.FS, name string) (training.Asset, *diag.Finding) {
	ext := strings.ToLower(path.Ext(name))
	if !slices.Contains(assetTypes, ext) {
		f := ruleAssetType.In(name, "a file of this type cannot be part of the package").
			WithHint("%s", typeHint(name, ext))
		return training.Asset{}, &f
	}
	file, err := fsys.Open(name)
	if err != nil {
		return training.Asset{}, unreadable(name, err)
	}
	defer file.Close()
	a := training.Asset{Name: name}
	info, err := file.Stat()
	if err != nil {
		return a, unreadable(name, err)
	}
	a.Size = info.Size()
	a, found := measure(a, ext, file)
	if found == nil {
		found = large(a, ext)
	}
	return a, found
}

func unreadable(name string, err error) *diag.Finding {
	f := ruleUnreadable.In(name, "this file cannot be read: %s", cause(err)).WithHint("check that you may open it")
	return &f
}

// typeHint says what to do with a file that cannot be taken.
func typeHint(name, ext string) string {
	meant := path.Base(meantPage(name))
	switch ext {
	case ".txt", ".markdown", ".mdown", ".mkd", "":
		return "if it is a page, rename it to " + meant + "; in Windows, switch on File name extensions to see the whole name"
	case ".doc", ".docx", ".odt", ".ppt", ".pptx", ".xls", ".xlsx":
		if meant == "." {
			meant = "a name that ends in .md"
		}
		return "if it is a page, save it as plain text, as " + meant + "; otherwise save it as PDF and link to that"
	case ".gif", ".bmp", ".tif", ".tiff", ".heic":
		return "save the picture as PNG or JPEG"
	case ".html", ".htm", ".js", ".css":
		return "write the text as Markdown; looks and scripts belong in layouts/ and static/"
	case ".mov", ".avi", ".mkv", ".webm":
		return "save the film as MP4"
	}
	return "it may be one of " + strings.Join(assetTypes, " ") + "; move other files out of content"
}

// measure looks at the first bytes of a file, which show whether it is what its
// ending says, and the size of a picture. Nothing is decoded beyond that.
func measure(a training.Asset, ext string, file fs.File) (training.Asset, *diag.Finding) {
	if ext == ".svg" {
		return drawing(a, file)
	}
	r := bufio.NewReader(file)
	first, _ := r.Peek(1024) // what cannot be read is not what it should be
	want := formatOf[ext]
	if is := sniff(first); is != want {
		f := unlike(a.Name, want, is)
		return a, &f
	}
	switch want {
	case "PNG", "JPEG", "WebP":
		return measured(a, want, r, file)
	case "WebVTT":
		return captions(a, r)
	}
	return a, nil
}

// formatOf is what a file with an ending must be.
var formatOf = map[string]string{".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP", ".pdf": "PDF",
	".mp3": "MP3", ".mp4": "MP4", ".vtt": "WebVTT"}

// marks are the bytes by which formats can be told, and where they stand.
var marks = []struct {
	format string
	at     int
	bytes  string
}{
	{"PNG", 0, "\x89PNG"}, {"JPEG", 0, "\xff\xd8\xff"}, {"WebP", 8, "WEBP"}, {"PDF", 0, "%PDF"}, {"GIF", 0, "GIF8"},
	{"HEIC", 4, "ftyphei"}, {"HEIC", 4, "ftyphev"}, {"HEIC", 4, "ftypmif1"},
	{"MP4", 4, "ftyp"}, {"WebVTT", 0, "WEBVTT"}, {"WebVTT", 0, "\xef\xbb\xbfWEBVTT"}, {"WAV", 8, "WAVE"},
	{"MP3", 0, "ID3"}, {"MP3", 0, "\xff\xfb"}, {"MP3", 0, "\xff\xfa"}, {"MP3", 0, "\xff\xf3"}, {"MP3", 0, "\xff\xf2"}, {"MP3", 0, "\xff\xe3"}, {"MP3", 0, "\xff\xe2"},
}

// webPage matches what a browser that looks into a file takes for a web page.
var webPage = regexp.MustCompile(`(?i)^\x{feff}?\s*<(?:!doctype html|html|head|body|script|iframe|svg|\?xml)\b`)

// sniff tells the format of a file from its first bytes, or returns "".
func sniff(first []byte) string {
	if webPage.Match(first) {
		return "HTML"
	}
	for _, m := range marks {
		if len(first) > m.at && bytes.HasPrefix(first[m.at:], []byte(m.bytes)) {
			return m.format
		}
	}
	return ""
}

// unlike says that a file is not what its ending says, and what to do about it.
func unlike(name, want, is string) diag.Finding {
	if is == "" {
		return rulePicture.In(name, "this is not a %s file, or it is damaged", want).
			WithHint("open it in the program that made it and save it again as %s", want)
	}
	article := "a"
	if is[0] == 'M' || is == "HTML" {
		article = "an"
	}
	f := rulePicture.In(name, "this is %s %s file, and its name says %s", article, is, want)
	for _, ext := range assetTypes {
		if formatOf[ext] == is {
			return f.WithHint("rename it to %s%s, and the links to it too", strings.TrimSuffix(path.Base(name), path.Ext(name)), ext)
		}
	}
	if want == "PDF" || want == "MP3" || want == "MP4" || want == "WebVTT" {
		return f.WithHint("open it in the program that made it and save it again as %s", want)
	}
	return f.WithHint("open it in a picture program and save it as PNG or JPEG")
}
