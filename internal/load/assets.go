package load

import (
	"image"
	_ "image/jpeg" // so that the size of a JPEG can be read
	_ "image/png"  // so that the size of a PNG can be read
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

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
	each(len(names), func(i int) { slots[i], findings[i] = readAsset(fsys, names[i]) })
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

// readAsset returns the asset, or what is wrong with it. A picture that is there
// but wrong keeps its name, so that it is not said to be missing as well.
func readAsset(fsys fs.FS, name string) (training.Asset, *diag.Finding) {
	ext := strings.ToLower(path.Ext(name))
	if !slices.Contains(assetTypes, ext) {
		f := ruleAssetType.In(name, "a file of this type cannot be part of the package").
			WithHint("%s", typeHint(ext))
		return training.Asset{}, &f
	}
	file, err := fsys.Open(name)
	if err != nil {
		f := ruleUnreadable.In(name, "this file cannot be read: %s", cause(err)).WithHint("check that you may open it")
		return training.Asset{}, &f
	}
	defer file.Close()
	a := training.Asset{Name: name}
	info, err := file.Stat()
	if err != nil {
		f := ruleUnreadable.In(name, "this file cannot be read: %s", cause(err)).WithHint("check that you may open it")
		return a, &f
	}
	a.Size = info.Size()
	return measure(a, ext, file)
}

// typeHint says what to do with a file that cannot be taken.
func typeHint(ext string) string {
	switch ext {
	case ".txt", ".markdown", ".mdown", ".mkd", "":
		return "if it is a page, its name must end in .md alone; in Windows, switch on File name extensions to see the whole name"
	case ".doc", ".docx", ".odt", ".ppt", ".pptx", ".xls", ".xlsx":
		return "if it is a page, save it as plain text with a name that ends in .md; otherwise save it as PDF and link to that"
	case ".gif", ".bmp", ".tif", ".tiff", ".heic":
		return "save the picture as PNG or JPEG"
	case ".html", ".htm", ".js", ".css":
		return "write the text as Markdown; looks and scripts belong in layouts/ and static/"
	case ".mov", ".avi", ".mkv", ".webm":
		return "save the film as MP4"
	}
	return "it may be one of " + strings.Join(assetTypes, " ") + "; move other files out of content"
}

// measure reads the size of a picture from its first bytes, which also shows
// that it is what its ending says. Nothing is decoded beyond that.
func measure(a training.Asset, ext string, r io.Reader) (training.Asset, *diag.Finding) {
	want := strings.TrimPrefix(strings.Replace(ext, ".jpg", ".jpeg", 1), ".")
	switch ext {
	case ".svg":
		return drawing(a, r)
	case ".png", ".jpg", ".jpeg":
		config, format, err := image.DecodeConfig(r)
		if err != nil || format != want {
			f := rulePicture.In(a.Name, "this is not a %s picture, or it is damaged", strings.ToUpper(want)).
				WithHint("open it in a picture program and save it again as %s", strings.ToUpper(want))
			return a, &f
		}
		a.Width, a.Height = config.Width, config.Height
	}
	return a, nil
}
