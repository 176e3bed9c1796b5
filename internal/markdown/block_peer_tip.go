package markdown

var blockPeerTip = Kind{
	Name: "peer-tip",
	Doc:  "what a colleague found out and passes on",
}
