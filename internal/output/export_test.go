package output

// What the tests write, they write on this computer.

func WriteDir(site *Site, target Target) (Stats, error) { return Machine{}.WriteDir(site, target) }

func WriteZip(site *Site, target ZipTarget) (Stats, error) { return Machine{}.WriteZip(site, target) }

func WriteReport(text []byte, target ReportTarget) error { return Machine{}.WriteReport(text, target) }

func Create(dir string, files []Text) error { return Machine{}.Create(dir, files) }

func Rewrite(dir string, files []Rewritten) error { return Machine{}.Rewrite(dir, files) }

// AfterCrash is this computer once the process that wrote last has ended.
func AfterCrash() Machine {
	it := thisMachine()
	it.alive = func(int) bool { return false }
	return Machine{&it}
}

// Hit returns what failed first: "rename a.tmp a".
func (f *Faulty) Hit() string { return f.hit }

// What tests of whole commands share with those of this package.
var (
	Tree           = tree
	CheckBrokenOff = checkBrokenOff
	CheckMends     = checkMends
	SameTree       = sameTree
	HitAll         = hitAll
)
