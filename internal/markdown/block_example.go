package markdown

var blockExample = Kind{
	Name: "example",
	Doc:  "shows how it goes with one real person, place or screen",
}
