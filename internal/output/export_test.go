package output

// What the tests write, they write on this computer.

func WriteDir(site *Site, target Target) (Stats, error) { return Machine{}.WriteDir(site, target) }

func WriteZip(site *Site, target ZipTarget) (Stats, error) { return Machine{}.WriteZip(site, target) }

func WriteReport(text []byte, target ReportTarget) error { return Machine{}.WriteReport(text, target) }

func Create(dir string, files []Text) error { return Machine{}.Create(dir, files) }

func Rewrite(dir string, files []Rewritten) error { return Machine{}.Rewrite(dir, files) }
