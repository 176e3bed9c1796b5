package plain

import "strings"

// exceptions are words that keep to no rule of spelling, by how many syllables
// they have. Their plurals follow.
var exceptions = func() map[string]int {
	list := map[string]int{}
	for n, words := range [...]string{
		1: `aisle bye crawled drawer dye dyed george isle priest seoul`,
		2: `acre argued argues aspirin awesome backyard bloodshed bracelet business cached cashier catholic centre chaos chocolate choir comeback
			cooper creature crooked diamond elsewhere embed evening eyebrow eyelid eyesight farewell fibre frontier
			fruity gateway genius goodbye guideline hatred hereby herewith hideout hundred interest joey lifetime lion liar litre livestock
			maybe metre milestone mr naive naked ninety nineteen noel oneself opera phoebe pipeline poem react
			reuse rugged ragged russia asia sacred safety salesman science skiing soldier someone somewhere sovereign
			spokesman thereby thereof thereto trademark triage typeface wednesday whereby wholesale wholesome wicked`,
		3: `alien australian uneasy superfluous archaic area arguing australia behaviour businessman caveat cereal chaotic compliant
			convenience convenient differently everyone excellency forecasted heroic heroin heroine homeowner idea interested
			interesting italian karate korea linear loneliness makeover museum naomi nausea nuclear oasis ourselves
			parliament pneumonia policeman proactive reaction reactor realise realize rearrange recipe reinforce reinvent reissue reunion
			reusing rosemary scientist sesame shareholder spokesperson stakeholder suicide takeover theatre typewriter vegetable
			virginia wherever whoever imagery militia eyewitness moreover reunite`,
		4: `apostrophe california catastrophe coincidence deactivate diabetes epitome european
			influenza inconvenience laboratory nevertheless petroleum realistic reality reinforcement reinventing
			reusable scientific suicidal theatrical unreasonable`,
		5: `creativity parliamentary radioactive realistically visualisation visualization`,
		6: `beneficiary`,
	} {
		for w := range strings.FieldsSeq(words) {
			list[w] = n
		}
	}
	return list
}()
