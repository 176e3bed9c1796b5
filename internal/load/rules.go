package load

import (
	"errors"
	"io/fs"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var (
	ruleUnreadable   = diag.Rule{Code: "file-unreadable", Severity: diag.Error, Title: "A file must be one that can be opened."}
	ruleSpecial      = diag.Rule{Code: "file-special", Severity: diag.Error, Title: "Links to files, and other special files, are not followed."}
	ruleFolder       = diag.Rule{Code: "folder-name", Severity: diag.Error, Title: "The folders of a package are written in small letters."}
	rulePlace        = diag.Rule{Code: "file-place", Severity: diag.Error, Title: "A page must lie in the folder of its kind."}
	ruleName         = diag.Rule{Code: "file-name", Severity: diag.Error, Title: "The name of a page is lower-case letters, digits and hyphens."}
	ruleTwice        = diag.Rule{Code: "file-twice", Severity: diag.Error, Title: "A lesson is a file or a folder, not both."}
	ruleSettings     = diag.Rule{Code: "settings-missing", Severity: diag.Error, Title: "A package needs content/index.md with its settings."}
	ruleEmpty        = diag.Rule{Code: "package-empty", Severity: diag.Warning, Title: "A package should have at least one lesson."}
	ruleAssetType    = diag.Rule{Code: "asset-type", Severity: diag.Error, Title: "Beside pages may lie pictures, PDF, sound and film, nothing else."}
	rulePicture      = diag.Rule{Code: "asset-picture", Severity: diag.Error, Title: "A picture, a recording or a PDF must be what its ending says, and whole."}
	ruleLimitPicture = diag.Rule{Code: "limit-picture", Severity: diag.Error, Title: "A picture may have 50 million pixels, and a drawing 2 MB."}
	ruleSVG          = diag.Rule{Code: "asset-svg", Severity: diag.Error, Title: "A drawing may hold no script and nothing from elsewhere."}
)

// Rules lists what reading a folder looks for, that of source included.
func Rules() []diag.Rule {
	return []diag.Rule{
		{Code: source.RuleEncoding, Severity: diag.Error, Title: "A page must be saved as UTF-8 text."},
		{Code: source.RuleCharacter, Severity: diag.Error, Title: "A page may hold no invisible control characters."},
		{Code: source.RuleLineEnd, Severity: diag.Error, Title: "Lines must end in LF or CRLF."},
		{Code: source.RuleSize, Severity: diag.Error, Title: "A page may have 256 KB."},
		{Code: source.RuleFence, Severity: diag.Error, Title: "Front matter stands between two lines of three hyphens, at the top."},
		{Code: source.RuleFrontSize, Severity: diag.Error, Title: "Front matter may have 64 KB."},
		ruleUnreadable, ruleSpecial, ruleFolder, rulePlace, ruleName, ruleTwice, ruleSettings, ruleEmpty, ruleAssetType, rulePicture, ruleLimitPicture, ruleLarge, ruleSVG, rulePrompt, ruleInvisible, ruleWordFile, ruleNHSNumber,
	}
}

// cause returns the reason of a file error without the path, which the finding
// names already.
func cause(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err.Error()
	}
	return err.Error()
}
