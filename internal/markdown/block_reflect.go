package markdown

var blockReflect = Kind{
	Name: "reflect",
	Doc:  "a question to think about alone",
}
