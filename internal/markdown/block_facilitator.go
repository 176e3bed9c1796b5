package markdown

// blockFacilitator stays in the HTML, between the holes of its block: the
// editions for learners leave it out.
var blockFacilitator = Kind{
	Name: nameFacilitator,
	Doc:  "notes for whoever runs the session, never shown to learners",
}

const nameFacilitator = "facilitator"
