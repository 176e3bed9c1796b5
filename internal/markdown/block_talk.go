package markdown

var blockTalk = Kind{
	Name: "talk",
	Doc:  "something to talk about with a colleague",
}
